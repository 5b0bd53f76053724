package org.proteus.data.vfs;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.data.NameRules;
import org.proteus.data.Places;
import org.proteus.data.Segments;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Place;

/** A folder or file of a server: who is asked for it, and how. */
final class RemotePlace {

    /** Opens one more connection. */
    interface Connector {
        RemoteConnection connect() throws IOException;
    }

    /** Something that may fail with the connection. */
    interface Call<T> {
        T get() throws IOException;
    }

    private final URI uri;
    private final Connections connections;
    private final String root;

    private RemotePlace(URI uri, Connections connections, String root) {
        this.uri = uri;
        this.connections = connections;
        this.root = root;
    }

    /** Returns user and password: the ones given, else those of the URI. */
    static Optional<Credentials> credentials(URI uri, Optional<Credentials> given) {
        return Places.apart(new Place(uri.toString(), given)).place().credentials();
    }

    /** Returns the host that a URI names. */
    static String host(URI uri) {
        if (uri.getHost() == null) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "'" + Places.shown(uri) + "' names no host",
                    "write " + uri.getScheme() + "://host/folder/");
        }
        return uri.getHost().replaceAll("[\\[\\]]", "");
    }

    static RemotePlace open(URI uri, Connector connector) throws IOException {
        Connections connections = new Connections(Places.shown(uri), connector);
        String path = Segments.decode(Optional.ofNullable(uri.getRawPath()).orElse(""));
        String root = connections.use(connection -> connection.absolute(path));
        return new RemotePlace(uri, connections, trimmed(root));
    }

    DataSource source(boolean recursive) throws IOException {
        try {
            RemoteItem item =
                    connections
                            .use(connection -> connection.find(root))
                            .orElseThrow(() -> new RefusedException("it does not exist"));
            return item.kind() == RemoteItem.Kind.FOLDER
                    ? new RemoteFolder(connections, root, recursive)
                    : new RemoteFile(connections, root, item);
        } catch (IOException e) {
            connections.close();
            throw e;
        }
    }

    DataSink sink(NameRules rules) throws IOException {
        try {
            RemoteSink sink = new RemoteSink(connections, root, shownRoot(), rules);
            sink.makeRoot();
            return sink;
        } catch (IOException e) {
            connections.close();
            throw e;
        }
    }

    private String shownRoot() {
        return trimmed(Places.shown(uri));
    }

    private static String trimmed(String path) {
        return path.endsWith("/") && path.length() > 1
                ? path.substring(0, path.length() - 1)
                : path;
    }
}
