package org.proteus.coordinator.scaling;

import java.time.Duration;
import java.util.Optional;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.Money;
import org.proteus.policies.scaling.HourlyCost;

/**
 * A pool at a moment.
 *
 * @param target workers it shall have
 * @param running workers that are running or starting
 * @param live workers that take work
 * @param idle those of them that have nothing to do
 * @param boot how long its workers took to come when they were last ordered
 * @param cost what an hour of all that are running or starting costs; absent when nobody knows
 * @param each what an hour of one more and of the last one costs; absent likewise
 */
record PoolState(
        int target,
        int running,
        int live,
        int idle,
        Optional<Duration> boot,
        Optional<Money> cost,
        Optional<HourlyCost> each) {

    private static final double HOUR = 3600;
    private static final double NANOS = 1e9;

    /** Returns how many workers were ordered and are not there. */
    int booting() {
        return Math.max(0, target - live);
    }

    /** Returns how many of a job's workers are there, if all jobs wait for theirs alike. */
    int present(int given) {
        return live >= target ? given : given * live / target;
    }

    /** Returns what a job's workers cost in a time, those that start included. */
    JobCost cost(int given, Duration time) {
        double share = running == 0 ? 0 : (double) given / Math.max(target, running);
        double seconds = time.toNanos() / NANOS;
        return new JobCost(
                share * running * seconds, cost.map(all -> all.times(share * seconds / HOUR)));
    }
}
