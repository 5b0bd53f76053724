package org.proteus.data;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What a {@link DataSink} also is when it can say which temporary objects were left in it. */
public interface Leftovers {

    /**
     * Returns the names of temporary objects, of whichever job, that were last written before a
     * time. Choose one that is longer ago than any task may take, then {@link DataSink#discard}
     * them.
     */
    List<String> leftovers(Instant before) throws IOException;
}
