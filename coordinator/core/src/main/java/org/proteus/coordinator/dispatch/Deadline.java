package org.proteus.coordinator.dispatch;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobRequest;

/** Judges deadlines of jobs by the database's clock, which all coordinators share. */
public final class Deadline {

    private Deadline() {}

    /**
     * Checks that a request's deadline lies ahead.
     *
     * @throws ProteusException with {@code BAD_REQUEST}
     */
    public static void requireAhead(Handle handle, JobRequest request) {
        if (hasPassed(handle, request)) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the deadline " + request.deadline().orElseThrow() + " has passed already",
                    "name a time in the future, with its zone: 2030-01-31T18:00:00Z");
        }
    }

    /** Whether a request has a deadline, and it has passed. */
    public static boolean hasPassed(Handle handle, JobRequest request) {
        return request.deadline()
                .filter(deadline -> deadline.toEpochMilli() <= Database.now(handle))
                .isPresent();
    }

    /** Returns why a job is cancelled by its deadline. */
    static Problem passed(JobRow job) {
        Instant deadline = job.request().deadline().orElseThrow();
        return new Problem(
                ErrorCode.CANCELLED,
                "the deadline " + deadline + " has passed",
                "submit it again with a later one; what is done stays done");
    }
}
