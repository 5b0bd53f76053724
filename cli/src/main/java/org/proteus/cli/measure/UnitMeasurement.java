package org.proteus.cli.measure;

import java.util.Optional;
import org.proteus.foundation.model.program.UnitId;

/**
 * How much a unit was measured to keep.
 *
 * @param unit the unit
 * @param fidelity the mean over the samples, 0 to 1; absent when none could be judged
 * @param samples how many were judged
 * @param reason what went wrong with the others; empty when nothing did
 */
public record UnitMeasurement(UnitId unit, Optional<Double> fidelity, int samples, String reason) {}
