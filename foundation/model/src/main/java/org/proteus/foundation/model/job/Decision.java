package org.proteus.foundation.model.job;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a job's log: a decision on the number of workers, with its numbers.
 *
 * @param at when it was taken
 * @param policy id of the policy
 * @param workers workers during the window
 * @param wanted workers wanted from now on
 * @param rate measured rate, in {@code measure} per second
 * @param error standard error of the rate, in the same unit; absent when nobody knows it
 * @param measure what the rate counts, for example {@code objects} or {@code bytes}
 * @param ratio measured efficiency ratio of the step that was judged; absent when none was
 * @param cost what the job had cost until then
 * @param reason the numbers and the conclusion in words
 */
public record Decision(
        Instant at,
        String policy,
        int workers,
        int wanted,
        double rate,
        Optional<Double> error,
        String measure,
        Optional<Double> ratio,
        JobCost cost,
        String reason) {

    public Decision {
        error = present(error);
        ratio = present(ratio);
        cost = cost == null ? JobCost.NONE : cost;
    }

    /** A decision that no measured window led to. */
    public static Decision unmeasured(
            Instant at, String policy, int workers, int wanted, String measure, String reason) {
        return new Decision(
                at,
                policy,
                workers,
                wanted,
                0,
                Optional.empty(),
                measure,
                Optional.empty(),
                JobCost.NONE,
                reason);
    }

    /** Returns the same with what the job had cost. */
    public Decision withCost(JobCost soFar) {
        return new Decision(
                at, policy, workers, wanted, rate, error, measure, ratio, soFar, reason);
    }

    private static <T> Optional<T> present(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
