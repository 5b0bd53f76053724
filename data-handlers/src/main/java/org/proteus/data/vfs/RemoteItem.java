package org.proteus.data.vfs;

/**
 * Something that a server lists.
 *
 * @param name name, not encoded
 * @param size size in bytes; -1 when unknown
 * @param changed time of the last change in milliseconds since 1970; -1 when unknown
 */
record RemoteItem(String name, Kind kind, long size, long changed) {

    enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    String etag() {
        return size < 0 || changed < 0
                ? ""
                : Long.toHexString(size) + "-" + Long.toHexString(changed);
    }
}
