package org.proteus.policies.simulation.rivals;

import java.util.List;
import java.util.Optional;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/**
 * The rule of the original service as it is written: window against window, one step more when the
 * ratio lies above the client's, one fewer when below. Where the formula has no value it adds.
 */
final class RuleAsWritten implements ScalingPolicy {

    @Override
    public String id() {
        return "rule-as-written";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        return new Verdict(Math.max(1, settings.min()), "starts");
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        Window now = windows.getLast();
        int change =
                before(windows, now)
                        .map(before -> Double.compare(ratio(before, now), settings.ratio()))
                        .orElse(1);
        int wanted = settings.clamp(now.workers() + change * settings.step());
        return new Verdict(wanted, "by the last two windows");
    }

    private static Optional<Window> before(List<Window> windows, Window now) {
        return windows.reversed().stream()
                .filter(window -> window.workers() != now.workers())
                .filter(window -> window.workers() > 0 && window.rate().perSecond() > 0)
                .findFirst();
    }

    private static double ratio(Window before, Window now) {
        double rate = before.rate().perSecond();
        double growth = (double) now.workers() / before.workers() - 1;
        return (now.rate().perSecond() - rate) / (rate * growth);
    }
}
