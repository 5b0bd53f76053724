package org.proteus.graph;

import org.proteus.foundation.model.program.UnitId;

/**
 * One run of a unit.
 *
 * @param unit the unit
 * @param inputBytes size of its input
 * @param seconds time it took, in seconds
 * @param succeeded whether its output could be used; false only if the unit is to blame
 */
public record UnitRun(UnitId unit, long inputBytes, double seconds, boolean succeeded) {

    /**
     * @throws IllegalArgumentException if the time is negative or no number
     */
    public UnitRun {
        if (!(seconds >= 0 && Double.isFinite(seconds))) {
            throw new IllegalArgumentException("no run takes " + seconds + " s");
        }
    }

    /** Returns the class of its input's size. */
    public SizeClass size() {
        return SizeClass.of(inputBytes);
    }
}
