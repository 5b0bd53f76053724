package org.proteus.coordinator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** The folder with a coordinator's state, held by one process at a time. */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the folder where it is missing and takes its lock.
     *
     * @throws ProteusException with {@code IN_USE} when another process has it, or {@code
     *     UNAVAILABLE} when it cannot be written
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            return new DataFolder(path, channel, lock(path, channel));
        } catch (IOException unusable) {
            throw new ProteusException(
                    new org.proteus.foundation.model.Problem(
                            ErrorCode.UNAVAILABLE,
                            "the data folder " + path + " cannot be used: " + reason(unusable),
                            "make it a folder that this user may write, or name another one"),
                    unusable);
        }
    }

    private static FileLock lock(Path path, FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            // Another coordinator of this very process: the same answer as for another process.
            lock = null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new ProteusException(
                    ErrorCode.IN_USE,
                    "the data folder " + path + " is in use by another coordinator",
                    "end that one first, or name another folder");
        }
        return lock;
    }

    private static String reason(IOException failure) {
        String kind = failure.getClass().getSimpleName().replace("Exception", "");
        return switch (failure) {
            case java.nio.file.AccessDeniedException denied -> "access denied";
            case java.nio.file.FileAlreadyExistsException file -> "it is not a folder";
            default -> failure.getMessage() == null ? kind : failure.getMessage();
        };
    }

    /** Returns the absolute path of the folder. */
    public Path path() {
        return path;
    }

    /** Gives the folder back. */
    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot give back the lock of " + path, failure);
        }
    }
}
