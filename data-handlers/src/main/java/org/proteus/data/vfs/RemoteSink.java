package org.proteus.data.vfs;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.data.DataSink;
import org.proteus.data.NameRules;
import org.proteus.data.Segments;
import org.proteus.data.TemporaryGoneException;
import org.proteus.data.tree.FinalName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of a server as a sink. */
final class RemoteSink implements DataSink {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteSink.class);

    private final Connections connections;
    private final String root;
    private final String shownRoot;
    private final NameRules rules;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    RemoteSink(Connections connections, String root, String shownRoot, NameRules rules) {
        this.connections = connections;
        this.root = root.equals("/") ? "" : root;
        this.shownRoot = shownRoot;
        this.rules = rules;
    }

    /** Makes the folder of the sink when it is not there. */
    void makeRoot() throws IOException {
        Optional<RemoteItem> there =
                connections.use(connection -> connection.find(root.isEmpty() ? "/" : root));
        if (there.isEmpty()) {
            makeFolders("", List.of(root.substring(1).split("/")));
        } else if (there.get().kind() != RemoteItem.Kind.FOLDER) {
            throw new RefusedException("it is not a folder");
        }
    }

    @Override
    public NameRules nameRules() {
        return rules;
    }

    @Override
    public void prepare(String temporaryName, InputStream content) throws IOException {
        String path = temporary(temporaryName);
        boolean whole = false;
        try {
            connections.useOnce(connection -> {
                connection.write(path, content);
                return null;
            });
            whole = true;
        } finally {
            if (!whole) {
                forget(temporaryName);
            }
        }
    }

    @Override
    public String publish(String temporaryName, String finalName, long size) throws IOException {
        String from = temporary(temporaryName);
        List<String> segments = FinalName.segments(finalName, rules);
        String to = root + "/" + String.join("/", segments);
        makeFolders(root, segments.subList(0, segments.size() - 1));
        boolean done = connections.use(connection -> publish(connection, from, to, size));
        if (!done) {
            throw new TemporaryGoneException(temporaryName);
        }
        return shownRoot + "/" + String.join("/", segments.stream().map(Segments::encode).toList());
    }

    @Override
    public void discard(String temporaryName) throws IOException {
        String path = temporary(temporaryName);
        connections.use(connection -> {
            connection.delete(path);
            return null;
        });
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Renames; what an earlier try has done already counts. */
    private static boolean publish(RemoteConnection connection, String from, String to, long size)
            throws IOException {
        if (connection.find(from).isPresent()) {
            connection.rename(from, to);
            return true;
        }
        return connection
                .find(to)
                .filter(item -> item.kind() == RemoteItem.Kind.FILE && item.size() == size)
                .isPresent();
    }

    private void makeFolders(String above, List<String> names) throws IOException {
        String folder = above;
        for (String name : names) {
            folder = folder + "/" + name;
            if (made.contains(folder)) {
                continue;
            }
            String path = folder;
            connections.use(connection -> {
                connection.makeFolder(path);
                return null;
            });
            made.add(folder);
        }
    }

    private void forget(String temporaryName) {
        try {
            discard(temporaryName);
        } catch (IOException e) {
            LOG.debug("{} may be left over", temporaryName, e);
        }
    }

    private String temporary(String name) throws IOException {
        return root + "/" + FinalName.temporary(name);
    }
}
