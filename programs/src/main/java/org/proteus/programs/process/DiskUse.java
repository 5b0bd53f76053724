package org.proteus.programs.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Adds up the sizes of files that a process is writing; follows no link. */
final class DiskUse {

    /** A name costs room as well, so a million of empty files are not free. */
    private static final long ENTRY_BYTES = 256;

    private DiskUse() {}

    static long of(List<Path> roots) {
        return roots.stream().mapToLong(DiskUse::of).sum();
    }

    private static long of(Path root) {
        Sum sum = new Sum();
        try {
            Files.walkFileTree(root, sum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.bytes;
    }

    private static final class Sum extends SimpleFileVisitor<Path> {

        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size() + ENTRY_BYTES;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // gone in between
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            bytes += ENTRY_BYTES;
            return FileVisitResult.CONTINUE;
        }
    }
}
