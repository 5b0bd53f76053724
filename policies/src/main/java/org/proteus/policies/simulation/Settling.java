package org.proteus.policies.simulation;

import java.util.List;
import java.util.Optional;

/**
 * When a job's wanted number of workers came to rest near the best one, in one phase of its world.
 *
 * @param after seconds from the beginning of the phase; absent when it did not
 * @param changes how often the number changed afterwards
 */
record Settling(Optional<Double> after, int changes) {

    /** Near is within a tenth of the best number. */
    private static final double NEAR = 0.1;

    /** It must stay near for so many windows at once, */
    private static final int WINDOWS = 3;

    /** and for so much of the rest of the phase. */
    private static final double REST = 0.9;

    private static final Settling NEVER = new Settling(Optional.empty(), 0);

    /**
     * Looks at a phase.
     *
     * @param end when the phase ends, in seconds
     * @param window length of a window in seconds
     */
    static Settling of(Trace trace, Oracle.Phase phase, double end, double window) {
        List<Trace.Step> steps = trace.steps();
        for (int i = 0; i < steps.size(); i++) {
            double from = Math.max(phase.from(), steps.get(i).time());
            boolean within = from < end && until(steps, i, end) > from;
            if (within
                    && isNear(steps.get(i), phase)
                    && holds(steps, i, from, end, phase, window)) {
                return new Settling(Optional.of(from - phase.from()), changes(steps, i, end));
            }
        }
        return NEVER;
    }

    private static boolean holds(
            List<Trace.Step> steps,
            int first,
            double from,
            double end,
            Oracle.Phase phase,
            double window) {
        double near = 0;
        double left = end;
        for (int i = first; i < steps.size() && steps.get(i).time() < end; i++) {
            if (isNear(steps.get(i), phase)) {
                near += until(steps, i, end) - Math.max(from, steps.get(i).time());
            } else {
                left = Math.min(left, steps.get(i).time());
            }
        }
        boolean stays = left - from >= WINDOWS * window;
        return stays && near >= REST * (end - from);
    }

    private static double until(List<Trace.Step> steps, int i, double end) {
        return i + 1 < steps.size() ? Math.min(end, steps.get(i + 1).time()) : end;
    }

    private static boolean isNear(Trace.Step step, Oracle.Phase phase) {
        return Math.abs(step.workers() - phase.workers()) <= NEAR * phase.workers();
    }

    private static int changes(List<Trace.Step> steps, int settled, double end) {
        return (int) steps.stream().skip(settled + 1L).filter(s -> s.time() < end).count();
    }
}
