package org.proteus.worker;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Turns failures of input and output into problems that a user can act on. */
final class Failures {

    /** What the operating system says, as the JDK passes it on. */
    private static final String NO_SPACE = "No space left on device";

    private static final String NO_QUOTA = "Disk quota exceeded";

    private Failures() {}

    static TaskEndedException source(String what, IOException failed) {
        return TaskEndedException.failed(
                new Problem(
                        ErrorCode.SOURCE_UNREADABLE,
                        "cannot read " + what + ": " + reason(failed),
                        "check that it is still there and may be read from the worker"),
                failed);
    }

    static TaskEndedException sink(IOException failed) {
        Problem problem =
                isDiskFull(failed)
                        ? diskFull("at the sink")
                        : new Problem(
                                ErrorCode.SINK_UNWRITABLE,
                                "cannot write to the sink: " + reason(failed),
                                "check that it may be written from the worker");
        return TaskEndedException.failed(problem, failed);
    }

    /** A failure on the worker's own disk. */
    static TaskEndedException local(IOException failed) {
        Problem problem =
                isDiskFull(failed)
                        ? diskFull("in the worker's work folder")
                        : new Problem(
                                ErrorCode.INTERNAL,
                                "the worker cannot use its work folder: " + reason(failed),
                                "check the disk of the worker");
        return TaskEndedException.failed(problem, failed);
    }

    static Problem diskFull(String where) {
        return new Problem(
                ErrorCode.DISK_FULL,
                "there is no room left " + where,
                "free some space or choose another folder");
    }

    static boolean isDiskFull(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String message = Objects.requireNonNullElse(cause.getMessage(), "");
            if (message.contains(NO_SPACE) || message.contains(NO_QUOTA) || isKnownAsFull(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKnownAsFull(Throwable cause) {
        return cause instanceof ProteusException known
                && known.problem().code() == ErrorCode.DISK_FULL;
    }

    private static String reason(IOException failed) {
        if (failed instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return Objects.requireNonNullElse(failed.getMessage(), failed.getClass().getSimpleName());
    }
}
