package org.proteus.foundation.model.protocol;

import org.proteus.foundation.model.Problem;

/**
 * A task given back.
 *
 * @param key the lease
 * @param outcome why it is given back
 * @param problem what is said of it; never empty unless {@code RETURNED}
 * @param record what was done until then
 */
public record Release(TaskKey key, Outcome outcome, Problem problem, TaskRecord record) {

    /** Why a task is given back. */
    public enum Outcome {
        /** Something failed; counts against the budget of failures. */
        FAILED,
        /** Cannot be done and is not tried again. */
        REFUSED,
        /** The worker drains or cannot run the next step; costs nothing. */
        RETURNED,
        /** Stopped because the job was cancelled. */
        CANCELLED,
        /** The temporary object to publish is gone; the task must run again. */
        TEMPORARY_GONE
    }
}
