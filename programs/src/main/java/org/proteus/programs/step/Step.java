package org.proteus.programs.step;

import org.proteus.foundation.model.program.PlanStep;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;

/**
 * What is to be run.
 *
 * @param plan the step of the plan
 * @param invocation its files
 * @param limits its limits
 * @param progress who hears of its progress
 */
record Step(PlanStep plan, Invocation invocation, StepLimits limits, ProgressListener progress) {}
