package org.proteus.data.vfs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.proteus.data.DataSource;
import org.proteus.data.Segments;
import org.proteus.data.SourceEntry;

/** A source that is one file of a server. */
final class RemoteFile implements DataSource {

    private final Connections connections;
    private final String path;
    private final SourceEntry entry;

    RemoteFile(Connections connections, String path, RemoteItem item) {
        this.connections = connections;
        this.path = path;
        String name = path.substring(path.lastIndexOf('/') + 1);
        this.entry =
                new SourceEntry(
                        Segments.encode(name), name, item.size(), item.etag(), Optional.empty());
    }

    @Override
    public Iterator<SourceEntry> list(Optional<String> after) {
        return after.isPresent() ? Collections.emptyIterator() : List.of(entry).iterator();
    }

    @Override
    public InputStream open(String wanted) throws IOException {
        if (!wanted.equals(entry.entry())) {
            throw new IOException("the source holds no object " + Segments.readable(wanted));
        }
        return connections.open(path, "/");
    }

    @Override
    public void close() {
        connections.close();
    }
}
