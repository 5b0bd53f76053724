package org.proteus.programs;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for files that end with a run. Nobody else may look into it. */
public final class ScratchFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);

    private final Path path;

    /** Takes over an existing folder. */
    public ScratchFolder(Path path) {
        this.path = path;
    }

    /** Creates a folder of a new name that begins with the prefix. */
    public static ScratchFolder create(Path parent, String prefix) throws IOException {
        Files.createDirectories(parent);
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return new ScratchFolder(Files.createTempDirectory(parent, prefix, owner));
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    /** Deletes what is in it. */
    public void clear() {
        delete(false);
    }

    /** Deletes it with all that is in it; what cannot be deleted is logged. */
    @Override
    public void close() {
        delete(true);
    }

    private void delete(boolean itself) {
        try {
            if (Files.exists(path)) {
                Files.walkFileTree(path, new Deletion(itself));
            }
        } catch (IOException e) {
            LOG.warn("cannot delete scratch folder {}: {}", path, e.toString());
        }
    }

    private final class Deletion extends SimpleFileVisitor<Path> {

        private final boolean itself;

        Deletion(boolean itself) {
            this.itself = itself;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            allow(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && allow(file)) {
                new ScratchFolder(file).close();
            }
            return FileVisitResult.CONTINUE;
        }

        /** A tool may have taken its own rights to a folder away. */
        private static boolean allow(Path folder) {
            File file = folder.toFile();
            return file.setReadable(true) && file.setWritable(true) && file.setExecutable(true);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            if (itself || !folder.equals(path)) {
                Files.deleteIfExists(folder);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
