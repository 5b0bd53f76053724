package org.proteus.graph;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;

/**
 * A unit as a planner sees it.
 *
 * @param id its id
 * @param description what its program says of itself
 * @param sources what it takes, in order; mostly one
 * @param target what it gives
 * @param parameters its options: its own, then those of the program
 * @param composition what runs when it is a composite, in order; else empty
 * @param loss the worst that it does to an object
 * @param limits limits of one run
 * @param cost what a run costs, in its parts
 * @param seconds time of a run as measured, in seconds; absent when nobody measured
 * @param fidelity how much it was measured to keep, 0 to 1; absent when nobody measured
 * @param runnable whether somebody can run it now
 */
public record UnitView(
        UnitId id,
        String description,
        List<TypePattern> sources,
        TypePattern target,
        List<Parameter> parameters,
        List<UnitId> composition,
        LossClass loss,
        UnitLimits limits,
        PlanCost cost,
        Optional<Double> seconds,
        Optional<Double> fidelity,
        boolean runnable) {

    public UnitView {
        sources = List.copyOf(sources);
        parameters = List.copyOf(parameters);
        composition = List.copyOf(composition);
    }
}
