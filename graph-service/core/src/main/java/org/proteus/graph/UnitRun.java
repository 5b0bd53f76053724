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
public record UnitRun(UnitId unit, long inputBytes, double seconds, boolean succeeded) {}
