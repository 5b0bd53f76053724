package org.proteus.coordinator;

import java.time.Duration;

/**
 * How long ended jobs are kept.
 *
 * @param keep ended jobs that are older are removed; above 0
 * @param keepElements elements that all ended jobs have together at most; the oldest are removed,
 *     never the one that ended last; at least 0
 */
public record JobLimits(Duration keep, long keepElements) {

    /** 30 days, 2 million elements. */
    public static final JobLimits DEFAULT = new JobLimits(Duration.ofDays(30), 2_000_000);

    /** Nothing is ever removed by itself. */
    public static final JobLimits NONE = new JobLimits(Duration.ofDays(100 * 365L), Long.MAX_VALUE);

    /**
     * @throws IllegalArgumentException if a limit is out of range; the message names it
     */
    public JobLimits {
        if (!keep.isPositive() || keepElements < 0) {
            throw new IllegalArgumentException(
                    "jobs.keep must be above 0 and jobs.keep-elements at least 0, found %s and %d"
                            .formatted(keep, keepElements));
        }
    }
}
