package org.proteus.coordinator;

import java.time.Duration;

/**
 * How much of jobs there may be, and how long ended ones are kept.
 *
 * @param active jobs that have not ended; beyond it new ones are refused; at least 1
 * @param inlineBytes bytes of objects that came with requests and of results kept for them; beyond
 *     it requests with either are refused; at least 0
 * @param keep ended jobs that are older are removed; above 0
 * @param keepElements elements that all ended jobs have together at most; the oldest are removed,
 *     never the one that ended last; at least 0
 */
public record JobLimits(int active, long inlineBytes, Duration keep, long keepElements) {

    /** 1000 active jobs, 4 GiB, 30 days, 2 million elements. */
    public static final JobLimits DEFAULT =
            new JobLimits(1000, 4L << 30, Duration.ofDays(30), 2_000_000);

    /** Nothing is ever refused, or removed by itself. */
    public static final JobLimits NONE =
            new JobLimits(
                    Integer.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(100 * 365L), Long.MAX_VALUE);

    /**
     * @throws IllegalArgumentException if a limit is out of range; the message names it
     */
    public JobLimits {
        if (active < 1 || inlineBytes < 0) {
            throw new IllegalArgumentException(
                    "jobs.max-active must be above 0 and jobs.max-inline at least 0, found %d and %d"
                            .formatted(active, inlineBytes));
        }
        if (!keep.isPositive() || keepElements < 0) {
            throw new IllegalArgumentException(
                    "jobs.keep must be above 0 and jobs.keep-elements at least 0, found %s and %d"
                            .formatted(keep, keepElements));
        }
    }

    /** Returns these limits with as many active jobs and inline bytes. */
    public JobLimits withRoom(int jobs, long bytes) {
        return new JobLimits(jobs, bytes, keep, keepElements);
    }

    /** Returns these limits with ended jobs kept so long, and so many elements of them. */
    public JobLimits withKept(Duration age, long elements) {
        return new JobLimits(active, inlineBytes, age, elements);
    }
}
