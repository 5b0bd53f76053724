package org.proteus.policies.scaling;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a job is at a moment.
 *
 * @param at time since any fixed moment
 * @param workers workers that are there and take its tasks
 * @param working workers that have tasks of it, those included that shall go; a part of one that
 *     has others too
 * @param work work units done so far, of completed tasks and of those under way
 * @param measure what a work unit is
 * @param completed tasks completed so far
 * @param stages what workers have done so far, for tasks under way too; absent where nobody
 *     observes it
 * @param sums sums over completed tasks, as far as they are known
 * @param around what else is known
 */
public record Sample(
        Duration at,
        int workers,
        double working,
        double work,
        String measure,
        long completed,
        Optional<StageUse> stages,
        TaskSums sums,
        Surroundings around) {

    private static final double NANOS = 1e9;

    /**
     * Whether something can be measured since an earlier sample. Objects that changed since, or are
     * tried again, are open once more: that measures nothing.
     */
    public boolean continues(Sample earlier) {
        return work >= earlier.work
                && completed >= earlier.completed
                && measure.equals(earlier.measure);
    }

    /** Returns what workers did since an earlier sample; absent where nobody saw any of it. */
    Optional<StageUse> since(Sample earlier) {
        return stages.flatMap(now -> earlier.stages.map(now::since))
                .filter(use -> use.seconds() > 0);
    }

    /**
     * Returns the rate since an earlier sample that this one continues. Its standard error is the
     * spread of a task over the root of the number of tasks whose time fits in between.
     *
     * @param earlier a sample taken before this one
     * @param by workers that worked in between
     * @param spread how much one task differs from what its work lets expect, as a share; absent
     *     when nobody knows, as is the error then
     */
    public Rate rateSince(Sample earlier, int by, Optional<Double> spread) {
        double seconds = at.minus(earlier.at).toNanos() / NANOS;
        double perSecond = since(earlier).map(StageUse::work).orElse(work - earlier.work) / seconds;
        double task = sums.meanSeconds().orElse(seconds);
        double root = Math.sqrt(Math.max(1, by * seconds / task));
        return new Rate(perSecond, spread.map(share -> perSecond * share / root), measure);
    }
}
