package org.proteus.data.tree;

import java.io.IOException;
import java.util.List;

/** Folders that can be listed one at a time. */
@FunctionalInterface
public interface Tree {

    /**
     * Returns what lies in a folder, in any order.
     *
     * @param folder encoded path below the root; empty for the root itself
     * @throws ConnectionLostException if the whole place cannot be reached any more
     * @throws IOException if this folder cannot be read; the message is for the user
     */
    List<? extends Leaf> children(String folder) throws IOException;
}
