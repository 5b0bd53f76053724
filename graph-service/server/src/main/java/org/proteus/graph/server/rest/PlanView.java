package org.proteus.graph.server.rest;

import java.util.List;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.TransformationProgram;

/**
 * How an object would be transformed.
 *
 * @param runnable whether the plan can be run now
 * @param plan its steps; none when the object already has the type asked for
 * @param missing programs of the plan that nobody runs; they say what to install
 */
public record PlanView(boolean runnable, Plan plan, List<TransformationProgram> missing) {}
