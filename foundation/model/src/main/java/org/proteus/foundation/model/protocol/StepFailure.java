package org.proteus.foundation.model.protocol;

import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.UnitId;

/**
 * A step that failed.
 *
 * @param unit its unit
 * @param problem why, with the tool's own last words
 */
public record StepFailure(UnitId unit, Problem problem) {}
