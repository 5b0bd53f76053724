package org.proteus.coordinator.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.job.Decision;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/**
 * The windows of one job. A window begins once as many workers are alive as the job wants, so that
 * the time in which they start is not measured. Not thread-safe.
 */
final class JobScaling {

    private static final String MEASURE = "objects";

    private final ScalingPolicy policy;
    private final ScalingSettings settings;
    private final List<Window> windows = new ArrayList<>();
    private Optional<Begun> begun = Optional.empty();
    private int wanted;

    private record Begun(Instant at, long ended) {}

    JobScaling(ScalingPolicy policy, ScalingSettings settings) {
        this.policy = policy;
        this.settings = settings;
    }

    int wanted() {
        return wanted;
    }

    Decision start(Instant now) {
        Verdict verdict = policy.start(settings);
        return decided(now, 0, 0, verdict);
    }

    /** Goes on measuring; a decision comes at the end of a window. */
    Optional<Decision> tick(Instant now, ScalableJob job, boolean workersAreThere) {
        if (begun.isEmpty()) {
            begun = workersAreThere ? Optional.of(new Begun(now, job.ended())) : begun;
            return Optional.empty();
        }
        Begun start = begun.get();
        if (job.ended() < start.ended()) {
            // Objects that changed since, or are tried again, are open once more.
            begun = Optional.of(new Begun(now, job.ended()));
            return Optional.empty();
        }
        Duration length = Duration.between(start.at(), now);
        if (length.compareTo(settings.window()) < 0) {
            return Optional.empty();
        }
        double rate = (job.ended() - start.ended()) / (length.toMillis() / 1000.0);
        windows.add(new Window(wanted, rate, length));
        Verdict verdict = policy.decide(settings, windows);
        return Optional.of(decided(now, wanted, rate, verdict));
    }

    private Decision decided(Instant now, int workers, double rate, Verdict verdict) {
        wanted = settings.clamp(verdict.workers());
        begun = Optional.empty();
        return new Decision(now, policy.id(), workers, wanted, rate, MEASURE, verdict.reason());
    }
}
