package org.proteus.data.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.proteus.data.tree.Sight;

/** Opens files, and nothing that is not one: opening a FIFO would wait for ever. */
final class LocalContent {

    private LocalContent() {}

    static InputStream open(Path real) throws IOException {
        String what = "cannot read " + LocalPaths.shown(real);
        try {
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw unreadableFolder(real, what);
            }
            if (!attributes.isRegularFile()) {
                throw new IOException(what + ": it is a pipe, a socket or a device, not a file");
            }
            return Files.newInputStream(real);
        } catch (java.nio.file.FileSystemException e) {
            throw LocalFailure.explained(what, e);
        }
    }

    /** Returns why a folder stands in the listing as if it were an object. */
    private static IOException unreadableFolder(Path folder, String what) throws IOException {
        try (var _ = Files.newDirectoryStream(folder)) {
            return new IOException(what + ": it is a folder");
        }
    }

    /** Returns size and version of a file; nothing of what cannot be opened as one. */
    static Sight.Thing sight(BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            return new Sight.Thing(-1, "");
        }
        long changed = attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS);
        String etag = Long.toHexString(attributes.size()) + "-" + Long.toHexString(changed);
        return new Sight.Thing(attributes.size(), etag);
    }

    /**
     * Returns where a path really leads.
     *
     * @throws IOException if that is outside the folder
     */
    static Path inside(Path folder, Path path) throws IOException {
        try {
            Path real = path.toRealPath();
            if (real.startsWith(folder)) {
                return real;
            }
        } catch (NoSuchFileException e) {
            boolean dangling = Files.isSymbolicLink(path);
            throw new IOException(
                    "cannot read %s: %s"
                            .formatted(
                                    LocalPaths.shown(path),
                                    dangling ? "it is a link to nothing" : "it is gone"),
                    e);
        } catch (java.nio.file.FileSystemException e) {
            throw LocalFailure.explained("cannot read " + LocalPaths.shown(path), e);
        }
        throw new IOException(
                "cannot read "
                        + LocalPaths.shown(path)
                        + ": it is a link that leads outside the source");
    }
}
