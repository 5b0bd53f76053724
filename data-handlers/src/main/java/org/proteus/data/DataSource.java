package org.proteus.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;

/**
 * Gives objects one by one. Thread-safe, except that a listing belongs to one thread.
 *
 * <p>Failures are {@link IOException}s whose message a user may read, or {@link
 * org.proteus.foundation.model.ProteusException}s.
 */
public interface DataSource extends AutoCloseable {

    /**
     * Lists lazily, in an order that is the same each time as long as the source does not change.
     * What cannot be read (a folder without permission) is given as an entry that fails when it is
     * opened, so that nothing is passed over in silence.
     *
     * @param after the entry to continue after; empty starts at the beginning
     * @throws IOException if the source itself cannot be read; the iterator throws {@link
     *     java.io.UncheckedIOException} for what happens later
     */
    Iterator<SourceEntry> list(Optional<String> after) throws IOException;

    /**
     * Opens the content of a listed object.
     *
     * @param entry reference from the listing
     */
    InputStream open(String entry) throws IOException;

    @Override
    void close() throws IOException;
}
