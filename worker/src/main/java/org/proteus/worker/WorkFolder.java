package org.proteus.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * The folder of a worker's intermediate files: locked while the worker runs, and rid of what a
 * killed predecessor left. Thread-safe.
 */
final class WorkFolder implements AutoCloseable {

    /** Less than this left counts as a full disk, whatever a tool says of its failure. */
    private static final long FULL_BYTES = 1 << 20;

    private final Path tasks;
    private final FileChannel lockFile;
    private final AtomicLong count = new AtomicLong();

    private WorkFolder(Path tasks, FileChannel lockFile) {
        this.tasks = tasks;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder.
     *
     * @throws ProteusException with {@code IN_USE} if another worker has it, with {@code
     *     UNAVAILABLE} if it cannot be written
     */
    static WorkFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lockFile =
                    FileChannel.open(
                            folder.resolve("worker.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                lock(lockFile, folder);
                Path tasks = folder.resolve("tasks");
                FileTree.delete(tasks);
                Files.createDirectory(tasks);
                return new WorkFolder(tasks, lockFile);
            } catch (IOException | RuntimeException failed) {
                lockFile.close();
                throw failed;
            }
        } catch (IOException unusable) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "cannot use the work folder " + folder + ": " + unusable.getMessage(),
                            "check its permissions or choose another folder"),
                    unusable);
        }
    }

    private static void lock(FileChannel lockFile, Path folder) throws IOException {
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException ours) {
            lock = null;
        }
        if (lock == null) {
            throw new ProteusException(
                    ErrorCode.IN_USE,
                    "the work folder " + folder + " belongs to another worker that runs",
                    "stop that worker or choose another folder");
        }
    }

    /** Returns a folder for one task, which is made when the first file is asked for. */
    Scratch scratch() {
        return new Scratch(tasks.resolve("t" + count.incrementAndGet()));
    }

    /** Returns the bytes that can still be written. */
    long usableBytes() {
        return tasks.toFile().getUsableSpace();
    }

    boolean isFull() {
        return usableBytes() < FULL_BYTES;
    }

    @Override
    public void close() throws IOException {
        try {
            FileTree.delete(tasks);
        } finally {
            lockFile.close();
        }
    }
}
