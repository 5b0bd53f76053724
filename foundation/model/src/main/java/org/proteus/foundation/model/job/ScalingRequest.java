package org.proteus.foundation.model.job;

import java.util.Optional;

/**
 * How the number of workers of a job is chosen. What is absent takes the configured default.
 *
 * @param policy id of the policy: {@code fixed}, {@code efficiency}, {@code first-step} or {@code
 *     history}
 * @param workers number of workers for {@code fixed}
 * @param ratio efficiency ratio, above 0 and at most 1
 * @param min fewest workers; at least 0
 * @param max most workers; at least 1
 * @param step by how many workers a change goes; at least 1
 * @param window how long a rate is measured before a decision, for example {@code 30s}
 * @param cooldown shortest time between two changes of the number, for example {@code 2m}
 */
public record ScalingRequest(
        Optional<String> policy,
        Optional<Integer> workers,
        Optional<Double> ratio,
        Optional<Integer> min,
        Optional<Integer> max,
        Optional<Integer> step,
        Optional<String> window,
        Optional<String> cooldown) {

    /** Leaves everything to the configuration. */
    public static final ScalingRequest DEFAULT =
            new ScalingRequest(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public ScalingRequest {
        policy = present(policy);
        workers = present(workers);
        ratio = present(ratio);
        min = present(min);
        max = present(max);
        step = present(step);
        window = present(window);
        cooldown = present(cooldown);
    }

    private static <T> Optional<T> present(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
