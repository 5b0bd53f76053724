package org.proteus.data.vfs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.proteus.data.DataSource;
import org.proteus.data.Segments;
import org.proteus.data.SourceEntry;
import org.proteus.data.tree.Leaf;
import org.proteus.data.tree.Sight;
import org.proteus.data.tree.TreeListing;

/** A folder of a server as a source; links are treated as those of a local folder are. */
final class RemoteFolder implements DataSource {

    private final Connections connections;
    private final String root;
    private final boolean recursive;

    RemoteFolder(Connections connections, String root, boolean recursive) {
        this.connections = connections;
        this.root = root;
        this.recursive = recursive;
    }

    @Override
    public Iterator<SourceEntry> list(Optional<String> after) throws IOException {
        return new TreeListing(this::children, recursive, after);
    }

    @Override
    public InputStream open(String entry) throws IOException {
        return connections.open(path(entry), root);
    }

    @Override
    public void close() {
        connections.close();
    }

    private List<Leaf> children(String folder) throws IOException {
        String path = folder.isEmpty() ? root : path(folder);
        return connections.use(connection -> connection.list(path)).stream()
                .<Leaf>map(item -> new RemoteLeaf(path, item))
                .toList();
    }

    /** Decodes a reference; what a server or a client made up must not lead outside the root. */
    private String path(String entry) throws IOException {
        StringBuilder path = new StringBuilder(root.equals("/") ? "" : root);
        for (String segment : entry.split("/", -1)) {
            String name = name(segment);
            if (name.isEmpty() || name.equals(".") || name.equals("..") || name.contains("/")) {
                throw new IOException("the source holds no object " + Segments.readable(entry));
            }
            path.append('/').append(name);
        }
        return path.toString();
    }

    private static String name(String segment) throws IOException {
        try {
            return Segments.decode(segment);
        } catch (IllegalArgumentException e) {
            throw new IOException("the source holds no object " + segment, e);
        }
    }

    private final class RemoteLeaf implements Leaf {

        private final String folder;
        private final RemoteItem item;

        RemoteLeaf(String folder, RemoteItem item) {
            this.folder = folder;
            this.item = item;
        }

        @Override
        public String segment() {
            return Segments.encode(item.name());
        }

        @Override
        public Sight look() throws IOException {
            if (item.kind() != RemoteItem.Kind.LINK) {
                return seen(item, new Sight.Folder());
            }
            String link = (folder.equals("/") ? "" : folder) + "/" + item.name();
            return seen(
                    connections.use(connection -> connection.follow(link, root)),
                    new Sight.Alias());
        }

        private static Sight seen(RemoteItem item, Sight ifFolder) {
            return switch (item.kind()) {
                case FOLDER -> ifFolder;
                case FILE -> new Sight.Thing(item.size(), item.etag());
                case LINK, OTHER -> new Sight.Thing(-1, "");
            };
        }
    }
}
