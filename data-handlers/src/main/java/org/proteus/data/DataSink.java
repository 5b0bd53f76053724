package org.proteus.data;

import java.io.IOException;
import java.io.InputStream;

/**
 * Stores objects in two steps, so that a half-written object never stands under a final name.
 * Thread-safe. Names are paths below the sink with {@code /} between folders; a sink refuses names
 * that lead outside.
 */
public interface DataSink extends AutoCloseable {

    /** Returns what this sink allows in names. */
    NameRules nameRules();

    /**
     * Writes content under a temporary name; an object that already has that name is replaced.
     *
     * @param temporaryName short name without folders
     * @param content content, read to its end; not closed
     */
    void prepare(String temporaryName, InputStream content) throws IOException;

    /**
     * Gives a prepared object its final name, creating folders as needed and replacing what stands
     * there. Harmless when it was done before: if the temporary object is gone and the final one
     * has the expected size, this succeeds.
     *
     * @param size size of the prepared object, in bytes
     * @return where the object stands now, as a URI without credentials
     * @throws TemporaryGoneException if there is neither the temporary nor the final object
     */
    String publish(String temporaryName, String finalName, long size) throws IOException;

    /** Deletes a temporary object; nothing happens when it is gone. */
    void discard(String temporaryName) throws IOException;

    @Override
    void close() throws IOException;
}
