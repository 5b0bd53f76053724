package org.proteus.data;

/**
 * What a sink allows in the names of objects.
 *
 * @param maxBytes longest name of one folder or object, in bytes of UTF-8
 * @param foldsCase whether names that differ in case only are the same
 * @param forbidden characters that may not stand in a name, besides {@code /} and NUL
 */
public record NameRules(int maxBytes, boolean foldsCase, String forbidden) {

    /** The rules of ordinary Unix file systems. */
    public static final NameRules UNIX = new NameRules(255, false, "");
}
