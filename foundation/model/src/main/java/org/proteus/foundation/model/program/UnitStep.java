package org.proteus.foundation.model.program;

import java.util.List;

/**
 * A step of a composite unit: another unit, and values for what that unit leaves open.
 *
 * @param unit the unit that runs as this step
 * @param parameters values for its unbound parameters
 */
public record UnitStep(UnitId unit, List<Parameter> parameters) {

    public UnitStep {
        parameters = List.copyOf(parameters);
    }
}
