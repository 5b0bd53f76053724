package org.proteus.foundation.model.program;

import java.util.List;
import org.proteus.foundation.model.ContentType;

/**
 * The steps chosen for an object, and why.
 *
 * @param source type the plan starts from
 * @param target full type that the result will have
 * @param steps steps in order; empty when the object already has the type asked for
 * @param cost sum of the steps' costs
 * @param reason why this plan, one sentence for people
 * @param alternatives other ways, best first
 */
public record Plan(
        ContentType source,
        ContentType target,
        List<PlanStep> steps,
        double cost,
        String reason,
        List<PlanAlternative> alternatives) {

    public Plan {
        steps = List.copyOf(steps);
        alternatives = List.copyOf(alternatives);
    }

    /** Whether the object is forwarded untouched. */
    public boolean isPassThrough() {
        return steps.isEmpty();
    }
}
