package org.proteus.data.vfs;

/** Which names come through FTP and the server of the tests. */
final class FtpNames {

    private FtpNames() {}

    /**
     * A line break would end the command; the server of the tests strips names, takes a backslash
     * for a slash and conceals names that begin with a dot.
     */
    static boolean canHold(String name) {
        return !name.contains("\n")
                && !name.contains("\\")
                && !name.startsWith(".")
                && name.equals(name.strip());
    }
}
