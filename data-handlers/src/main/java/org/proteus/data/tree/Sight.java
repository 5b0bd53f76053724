package org.proteus.data.tree;

/** What something in a folder is. */
public sealed interface Sight {

    /** A folder that a recursive walk enters. */
    record Folder() implements Sight {}

    /**
     * An object, or something that fails with a reason when it is opened.
     *
     * @param size size in bytes; -1 when unknown
     * @param etag text that changes when the object changes; empty when unknown
     */
    record Thing(long size, String etag) implements Sight {}

    /** A second way to something that the walk meets at its own place. */
    record Alias() implements Sight {}
}
