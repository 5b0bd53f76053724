package org.proteus.policies.scaling.adaptive;

import java.util.List;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/**
 * Compares what each worker of a step brought with what each of the first step brought; the first
 * step itself counts as proportional if it brought anything. Thread-safe.
 */
public final class FirstStep implements ScalingPolicy {

    private final StepSearch search = new StepSearch(FirstStep::ratio);

    @Override
    public String id() {
        return "first-step";
    }

    @Override
    public Verdict start(ScalingSettings settings) {
        return StepSearch.start(settings);
    }

    @Override
    public Verdict decide(ScalingSettings settings, List<Window> windows) {
        return search.decide(settings, windows);
    }

    private static double ratio(List<Point> points, int to) {
        double first = gain(points, 1);
        return first > 0 ? gain(points, to) / first : 0;
    }

    private static double gain(List<Point> points, int to) {
        Point before = points.get(to - 1);
        Point after = points.get(to);
        return (after.value() - before.value()) / (after.workers() - before.workers());
    }
}
