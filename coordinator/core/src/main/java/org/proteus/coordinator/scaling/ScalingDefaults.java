package org.proteus.coordinator.scaling;

import java.time.Duration;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.TimeSpan;
import org.proteus.foundation.model.job.ScalingRequest;
import org.proteus.policies.scaling.ScalingPolicies;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;

/**
 * What a request leaves open about its workers.
 *
 * @param policies the policies at hand
 * @param policy id of the policy of a request that names none
 * @param settings settings that a request leaves open
 */
public record ScalingDefaults(ScalingPolicies policies, String policy, ScalingSettings settings) {

    /** Measured this long before a decision, unless the request says otherwise. */
    public static final Duration WINDOW = Duration.ofSeconds(30);

    private static final String FIXED = "fixed";
    private static final String LEARNING = "history";

    /**
     * Returns the policy of a service that names none: a number of workers that somebody named is
     * kept, otherwise it is found.
     *
     * @param workers the number named; 0 when none is
     */
    public static String policyFor(int workers) {
        return workers > 0 ? FIXED : LEARNING;
    }

    /** Returns the defaults for a machine: a fixed number of workers, at most {@code capacity}. */
    public static ScalingDefaults fixed(int workers, int capacity) {
        return new ScalingDefaults(
                ScalingPolicies.load(),
                FIXED,
                new ScalingSettings(
                        workers, 0.5, 1, Math.max(workers, capacity), 1, WINDOW, Duration.ZERO));
    }

    /**
     * Returns the policy that a request names.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if there is none of that name
     */
    public ScalingPolicy policyOf(ScalingRequest request) {
        String id = request.policy().orElseGet(() -> implied(request));
        return policies.find(id)
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.BAD_REQUEST,
                                "there is no scaling policy '" + id + "'",
                                "choose one of " + String.join(", ", policies.ids())));
    }

    private String implied(ScalingRequest request) {
        if (request.workers().isPresent()) {
            return FIXED;
        }
        return request.ratio().isPresent() && policy.equals(FIXED) ? LEARNING : policy;
    }

    /**
     * Returns the complete settings of a request.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if one is out of range
     */
    public ScalingSettings settingsOf(ScalingRequest request) {
        try {
            int workers = request.workers().orElse(settings.workers());
            int max = request.max().orElse(Math.max(workers, settings.max()));
            return new ScalingSettings(
                    request.workers().orElse(Math.min(workers, max)),
                    request.ratio().orElse(settings.ratio()),
                    request.min().orElse(Math.min(settings.min(), max)),
                    max,
                    request.step().orElse(settings.step()),
                    time(request.window()).orElse(settings.window()),
                    time(request.cooldown()).orElse(settings.cooldown()));
        } catch (IllegalArgumentException e) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "scaling: " + e.getMessage(),
                    "see the scaling fields of a job request");
        }
    }

    private static Optional<Duration> time(Optional<String> text) {
        return text.map(TimeSpan::parse).map(TimeSpan::duration);
    }
}
