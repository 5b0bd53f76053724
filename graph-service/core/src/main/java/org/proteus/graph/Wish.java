package org.proteus.graph;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something asked for beside the media type: a parameter of the target type, or an option.
 *
 * @param name lower-case name
 * @param value value as it is passed on; pixels without their unit
 * @param onTarget whether it was asked of the type, so that the result must have it
 */
record Wish(String name, String value, boolean onTarget) {

    private static final Pattern PIXELS = Pattern.compile("(\\d{1,9})\\s*[pP][xX]");

    static Wish of(String name, String value, boolean onTarget) {
        return new Wish(Link.fold(name), plain(value), onTarget);
    }

    /** Whether a declared or known value is the one wished. */
    boolean accepts(String other) {
        return isSame(name, value, other);
    }

    /** Compares two values of a parameter; names of character sets ignore case. */
    static boolean isSame(String name, String one, String other) {
        String a = plain(one);
        String b = plain(other);
        return name.equals("charset")
                ? a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT))
                : a.equals(b);
    }

    /** Returns the value with {@code 640px} written as {@code 640}. */
    static String plain(String value) {
        return PIXELS.matcher(value.strip()).replaceFirst("$1");
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
