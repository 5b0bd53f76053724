package org.proteus.data.tree;

import java.io.IOException;

/** Something in a folder. */
public interface Leaf {

    /** Returns its name, encoded by {@link org.proteus.data.Segments}. */
    String segment();

    /**
     * Finds out what it is; called when the walk comes to it.
     *
     * @throws IOException if it cannot be found out; the walk then gives an entry that fails later
     */
    Sight look() throws IOException;
}
