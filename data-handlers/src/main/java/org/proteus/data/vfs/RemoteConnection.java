package org.proteus.data.vfs;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * One logged-in connection; used by one thread at a time. Paths are absolute and not encoded.
 *
 * <p>A {@link RefusedException} is the server's answer: asking again is of no use. Any other {@link
 * IOException} means that the connection is broken.
 */
interface RemoteConnection extends Closeable {

    /** Whether it still works; asks the server. */
    boolean alive();

    /** Returns the absolute form of a URI's path, decoded. */
    String absolute(String path);

    /** Returns everything in a folder but {@code .} and {@code ..}. */
    List<RemoteItem> list(String folder) throws IOException;

    /** Returns what stands at a path, links followed. */
    Optional<RemoteItem> find(String path) throws IOException;

    /**
     * Returns what a link inside a folder leads to.
     *
     * @throws RefusedException if that lies outside the root
     */
    RemoteItem follow(String link, String root) throws IOException;

    /**
     * Opens a file below the root. The connection does nothing else until {@link #finishReading}.
     *
     * @throws RefusedException if it leads outside the root
     */
    InputStream open(String path, String root) throws IOException;

    /** Checks, after the end of the content was read, that it was the whole of it. */
    void finishReading(long bytesRead) throws IOException;

    /** Writes a file, replacing one that is there. */
    void write(String path, InputStream content) throws IOException;

    /** Renames a file, replacing one that is there: in one step if the server can, else in two. */
    void rename(String from, String to) throws IOException;

    /** Makes a folder; nothing happens when it is there. */
    void makeFolder(String path) throws IOException;

    /** Deletes a file; nothing happens when it is not there. */
    void delete(String path) throws IOException;
}
