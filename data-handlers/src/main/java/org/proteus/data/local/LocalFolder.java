package org.proteus.data.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.proteus.data.DataSource;
import org.proteus.data.Segments;
import org.proteus.data.SourceEntry;
import org.proteus.data.tree.Leaf;
import org.proteus.data.tree.Sight;
import org.proteus.data.tree.TreeListing;

/**
 * A folder as a source. Links to files inside it are followed; links to folders inside it are not,
 * for what they lead to is listed at its own place, and a circle cannot arise; links that lead
 * outside, or nowhere, are entries that fail.
 */
final class LocalFolder implements DataSource {

    private final Path root;
    private final boolean recursive;

    /** Creates the source for the real path of a folder. */
    LocalFolder(Path root, boolean recursive) {
        this.root = root;
        this.recursive = recursive;
    }

    @Override
    public Iterator<SourceEntry> list(Optional<String> after) throws IOException {
        return new TreeListing(this::children, recursive, after);
    }

    @Override
    public InputStream open(String entry) throws IOException {
        Path path;
        try {
            path = LocalPaths.below(root, entry);
        } catch (IllegalArgumentException e) {
            throw new IOException("the source holds no object " + Segments.readable(entry), e);
        }
        return LocalContent.open(LocalContent.inside(root, path));
    }

    @Override
    public void close() {}

    private List<Leaf> children(String folder) throws IOException {
        Path path = folder.isEmpty() ? root : LocalPaths.below(root, folder);
        List<Leaf> leaves = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(path)) {
            for (Path name : names) {
                leaves.add(new LocalLeaf(path, LocalPaths.segment(name)));
            }
            return leaves;
        } catch (DirectoryIteratorException e) {
            throw LocalFailure.explained("cannot read " + LocalPaths.shown(path), e.getCause());
        } catch (IOException e) {
            throw LocalFailure.explained("cannot read " + LocalPaths.shown(path), e);
        }
    }

    private final class LocalLeaf implements Leaf {

        private final Path parent;
        private final String segment;

        LocalLeaf(Path parent, String segment) {
            this.parent = parent;
            this.segment = segment;
        }

        @Override
        public String segment() {
            return segment;
        }

        @Override
        public Sight look() throws IOException {
            Path path = LocalPaths.below(parent, segment);
            BasicFileAttributes own =
                    Files.readAttributes(
                            path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return own.isSymbolicLink() ? followed(path) : seen(own, new Sight.Folder());
        }

        private Sight followed(Path link) throws IOException {
            Path real = LocalContent.inside(root, link);
            return seen(Files.readAttributes(real, BasicFileAttributes.class), new Sight.Alias());
        }

        private static Sight seen(BasicFileAttributes attributes, Sight ifFolder) {
            return attributes.isDirectory() ? ifFolder : LocalContent.sight(attributes);
        }
    }
}
