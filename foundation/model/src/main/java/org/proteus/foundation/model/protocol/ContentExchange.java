package org.proteus.foundation.model.protocol;

import java.io.IOException;
import java.io.InputStream;

/**
 * Content that the coordinator itself holds for a leased task: the body of a synchronous request
 * and its result. Thread-safe.
 */
public interface ContentExchange {

    /**
     * Opens the content of a leased task.
     *
     * @throws IOException if it cannot be read or the lease is no longer valid
     */
    InputStream open(TaskKey key) throws IOException;

    /**
     * Brings the result of a leased task; it counts only once the task is committed.
     *
     * @throws IOException if it is too large or the lease is no longer valid
     */
    void put(TaskKey key, InputStream result) throws IOException;
}
