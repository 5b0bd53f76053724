package org.proteus.policies.scaling.adaptive;

import java.util.List;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/**
 * The rule of the original service, made sound: the gain of a step is compared with what
 * proportional speed-up would have brought,
 *
 * <pre>ratio = (r1 - r0) / (r0 * (n1 / n0 - 1))</pre>
 *
 * and the number of workers is searched up to which the ratio lies above the client's. Thread-safe.
 */
public final class EfficiencyRatio implements ScalingPolicy {

    private final StepSearch search = new StepSearch(EfficiencyRatio::ratio);

    @Override
    public String id() {
        return "efficiency";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        return StepSearch.start(settings);
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        return search.decide(settings, windows);
    }

    /** Returns the ratio of the step to a level from the next lower one, which must be there. */
    static double ratio(List<Point> points, int to) {
        Point before = points.get(to - 1);
        Point after = points.get(to);
        double growth = (double) after.workers() / before.workers() - 1;
        return (after.value() - before.value()) / (before.value() * growth);
    }
}
