package org.proteus.foundation.model.program;

import java.util.List;

/**
 * Another way that was not taken.
 *
 * @param units its units in order; joined by commas they pin it
 * @param cost its cost in its parts, to compare with the plan's
 * @param reason why it was not chosen
 */
public record PlanAlternative(List<UnitId> units, PlanCost cost, String reason) {

    public PlanAlternative {
        units = List.copyOf(units);
    }
}
