package org.proteus.graph;

import java.util.List;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.TransformationProgram;

/** What a planner answers. */
public sealed interface PlanAnswer {

    /**
     * A plan that can run; without steps when the object already has the type asked for.
     *
     * @param plan the plan
     */
    record Found(Plan plan) implements PlanAnswer {}

    /**
     * There is a plan, but nobody can run it now.
     *
     * @param plan the best plan if everything were installed
     * @param missing programs of it that nobody runs
     */
    record NotRunnable(Plan plan, List<TransformationProgram> missing) implements PlanAnswer {}

    /**
     * There is no plan.
     *
     * @param problem why, with the nearest types that can be reached
     */
    record Refused(Problem problem) implements PlanAnswer {}

    /**
     * Returns the plan, whether somebody can run it now or not.
     *
     * @throws ProteusException if there is none
     */
    default Plan chosen() {
        return switch (this) {
            case Found found -> found.plan();
            case NotRunnable blocked -> blocked.plan();
            case Refused refused -> throw new ProteusException(refused.problem());
        };
    }
}
