package org.proteus.graph;

import org.proteus.foundation.model.program.UnitId;

/**
 * The averages behind one estimate, as they are stored.
 *
 * @param unit the unit
 * @param size size of the inputs
 * @param runs decayed number of runs
 * @param successes decayed number of runs that succeeded
 * @param seconds mean time of a run that succeeded
 */
public record UnitFigures(
        UnitId unit, SizeClass size, double runs, double successes, double seconds) {

    /**
     * @throws IllegalArgumentException if the numbers cannot come from runs
     */
    public UnitFigures {
        boolean possible =
                runs >= 0
                        && Double.isFinite(runs)
                        && successes >= 0
                        && successes <= runs
                        && seconds >= 0
                        && Double.isFinite(seconds);
        if (!possible) {
            throw new IllegalArgumentException(
                    "no runs of %s give %s runs, %s successes and %s s"
                            .formatted(unit, runs, successes, seconds));
        }
    }

    /** After so many further runs a run counts a third of what it did. */
    private static final double REMEMBERED = 50;

    private static final double KEPT = 1 - 1 / REMEMBERED;

    /** Returns what is known before the first run. */
    public static UnitFigures none(UnitId unit, SizeClass size) {
        return new UnitFigures(unit, size, 0, 0, 0);
    }

    /** Returns the averages with one more run; the older a run, the less it counts. */
    public UnitFigures with(UnitRun run) {
        double kept = successes * KEPT;
        return run.succeeded()
                ? new UnitFigures(
                        unit,
                        size,
                        runs * KEPT + 1,
                        kept + 1,
                        seconds + (run.seconds() - seconds) / (kept + 1))
                : new UnitFigures(unit, size, runs * KEPT + 1, kept, seconds);
    }

    /** Returns what planners are told. */
    public UnitEstimate estimate() {
        return new UnitEstimate(seconds, runs == 0 ? 0 : 1 - successes / runs, runs);
    }
}
