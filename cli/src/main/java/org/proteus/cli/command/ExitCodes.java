package org.proteus.cli.command;

import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.JobView;

/** What the exit code of every command means. */
public final class ExitCodes {

    /** All was done. */
    public static final int DONE = 0;

    /** The command could not run. */
    public static final int COULD_NOT_RUN = 1;

    /** The arguments are wrong. */
    public static final int BAD_ARGUMENTS = 2;

    /** It ran, and some objects failed. */
    public static final int SOME_FAILED = 3;

    private ExitCodes() {}

    /** Returns the code for a problem that ended a command. */
    public static int of(Problem problem) {
        return switch (problem.code()) {
            case BAD_REQUEST, UNKNOWN_TYPE, UNKNOWN_OPTION, UNKNOWN_SCHEME, NOT_FOUND, NO_PATH ->
                    BAD_ARGUMENTS;
            default -> COULD_NOT_RUN;
        };
    }

    /** Returns the code for a job that has ended. */
    public static int of(JobView job) {
        if (job.problem().filter(problem -> problem.code() != ErrorCode.CANCELLED).isPresent()) {
            return COULD_NOT_RUN;
        }
        return job.allDone() ? DONE : SOME_FAILED;
    }
}
