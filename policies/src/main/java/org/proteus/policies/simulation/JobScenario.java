package org.proteus.policies.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * A job of a scenario.
 *
 * @param starts when it begins
 * @param length how long the best number of workers takes for it; absent when {@code tasks} says
 *     how much there is to do
 * @param tasks number of objects; 0 when {@code length} counts
 * @param seconds mean time that one task's steps run alone on a host
 * @param spread standard deviation of this time over its mean (coefficient of variation), beyond
 *     what the size explains; lognormal
 * @param sizes sizes of the objects; the time of a task is proportional to its size
 * @param source bytes that the source gives in a second, shared fairly; infinite for no limit
 * @param perWorker bytes that one worker gets in a second at most; infinite for no limit
 * @param progress whether workers tell how far their tasks are
 */
public record JobScenario(
        Duration starts,
        Optional<Duration> length,
        int tasks,
        double seconds,
        double spread,
        Sizes sizes,
        double source,
        double perWorker,
        boolean progress) {

    JobScenario after(Change change) {
        return new JobScenario(
                starts,
                length,
                tasks,
                change.seconds().orElse(seconds),
                change.spread().orElse(spread),
                sizes,
                change.source().orElse(source),
                perWorker,
                progress);
    }

    /** Returns the bytes that each of so many workers gets in a second. */
    double pace(int fetching) {
        return Math.min(perWorker, source / fetching);
    }

    /** Returns the same job with another length. */
    public JobScenario lasting(Duration other) {
        return new JobScenario(
                starts, Optional.of(other), 0, seconds, spread, sizes, source, perWorker, progress);
    }
}
