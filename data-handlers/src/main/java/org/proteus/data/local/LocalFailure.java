package org.proteus.data.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Says in words what the file system refused. */
final class LocalFailure {

    private LocalFailure() {}

    /**
     * Returns the failure with a message for the user.
     *
     * @throws ProteusException if the disk is full
     */
    static IOException explained(String what, IOException e) {
        String reason = reason(e);
        if (isFull(e)) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.DISK_FULL,
                            what + ": " + reason,
                            "make room there, then retry the job"),
                    e);
        }
        return new IOException(what + ": " + reason, e);
    }

    /** Whether there is no room. */
    static boolean isFull(IOException e) {
        String reason = reason(e);
        return reason.contains("No space left") || reason.contains("quota exceeded");
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "it does not exist";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "it is not a folder";
            case FileAlreadyExistsException _ -> "something that is not a folder stands there";
            case FileSystemLoopException _ -> "its links lead in a circle";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
