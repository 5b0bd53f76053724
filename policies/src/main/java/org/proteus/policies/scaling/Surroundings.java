package org.proteus.policies.scaling;

import java.time.Duration;
import java.util.Optional;

/**
 * What else is known at the end of a window. What nobody observed is absent, never 0.
 *
 * @param queued tasks that wait for a worker
 * @param idle workers that have nothing to do
 * @param booting workers that were asked for and do not work yet
 * @param stages what the workers did in the window
 * @param remaining work units that are left
 * @param boot how long a new worker takes until it works
 * @param hourlyCost what an hour of a worker costs
 */
public record Surroundings(
        Optional<Integer> queued,
        Optional<Integer> idle,
        Optional<Integer> booting,
        Optional<StageUse> stages,
        Optional<Double> remaining,
        Optional<Duration> boot,
        Optional<HourlyCost> hourlyCost) {

    /** Nothing is known. */
    public static final Surroundings UNKNOWN =
            new Surroundings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Returns the same with what the workers did in a window. */
    public Surroundings with(Optional<StageUse> other) {
        return new Surroundings(queued, idle, booting, other, remaining, boot, hourlyCost);
    }
}
