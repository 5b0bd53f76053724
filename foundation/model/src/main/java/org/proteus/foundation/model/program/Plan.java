package org.proteus.foundation.model.program;

import java.util.List;
import org.proteus.foundation.model.ContentType;

/**
 * The steps chosen for an object, and why.
 *
 * @param source type the plan starts from
 * @param target full type that the result will have
 * @param units the units that were chosen, composites by their own id; joined by commas they pin
 *     this plan
 * @param steps what runs, in order; empty when the object already has the type asked for
 * @param cost what it costs, in its parts
 * @param reason why this plan, one sentence for people
 * @param alternatives other ways, best first
 */
public record Plan(
        ContentType source,
        ContentType target,
        List<UnitId> units,
        List<PlanStep> steps,
        PlanCost cost,
        String reason,
        List<PlanAlternative> alternatives) {

    public Plan {
        units = List.copyOf(units);
        steps = List.copyOf(steps);
        alternatives = List.copyOf(alternatives);
    }

    /** Whether the object is forwarded untouched. */
    public boolean isPassThrough() {
        return steps.isEmpty();
    }
}
