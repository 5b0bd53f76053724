package org.proteus.programs.step;

import java.time.Duration;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.programs.process.ProcessLimits;

/**
 * The limits that hold for one run: those of the unit, and the worker's own where the unit says
 * nothing.
 *
 * @param inputBytes largest input; 0 for any
 * @param outputBytes largest output
 * @param wall longest run
 * @param idle longest time without progress
 * @param memoryBytes most memory of the tree
 */
record StepLimits(
        long inputBytes, long outputBytes, Duration wall, Duration idle, long memoryBytes) {

    private static final long MEGABYTE = 1 << 20;

    /** Small objects may grow by any factor up to here: a page of text is a small PDF. */
    private static final long ALWAYS_ALLOWED = 16 * MEGABYTE;

    /** Tools keep pixels and intermediate files that are larger than what they write in the end. */
    private static final long SCRATCH_ROOM = 4096 * MEGABYTE;

    static StepLimits of(UnitLimits unit, UnitLimits worker, long inputSize) {
        double expansion = unit.maxExpansion() > 0 ? unit.maxExpansion() : worker.maxExpansion();
        long output = first(unit.maxOutputBytes(), worker.maxOutputBytes());
        if (expansion > 0) {
            output = Math.min(output, Math.max(ALWAYS_ALLOWED, (long) (expansion * inputSize)));
        }
        return new StepLimits(
                first(unit.maxInputBytes(), worker.maxInputBytes()),
                output,
                Duration.ofSeconds(first(unit.maxSeconds(), worker.maxSeconds())),
                Duration.ofSeconds(first(unit.idleSeconds(), worker.idleSeconds())),
                first(unit.maxMemoryBytes(), worker.maxMemoryBytes()));
    }

    /** Returns what a unit declares, but nowhere more than the worker's own limits. */
    static UnitLimits atMost(UnitLimits unit, UnitLimits worker) {
        return new UnitLimits(
                least(unit.maxInputBytes(), worker.maxInputBytes()),
                least(unit.maxOutputBytes(), worker.maxOutputBytes()),
                unit.maxExpansion() > 0 && worker.maxExpansion() > 0
                        ? Math.min(unit.maxExpansion(), worker.maxExpansion())
                        : Math.max(unit.maxExpansion(), worker.maxExpansion()),
                least(unit.maxSeconds(), worker.maxSeconds()),
                least(unit.idleSeconds(), worker.idleSeconds()),
                least(unit.maxMemoryBytes(), worker.maxMemoryBytes()));
    }

    private static long least(long unit, long worker) {
        return unit > 0 && worker > 0 ? Math.min(unit, worker) : Math.max(unit, worker);
    }

    ProcessLimits process() {
        return new ProcessLimits(wall, idle, outputBytes, outputBytes + SCRATCH_ROOM, memoryBytes);
    }

    private static long first(long unit, long worker) {
        return unit > 0 ? unit : worker;
    }
}
