package org.proteus.coordinator.learning;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;

/** Whether there is a unit in the registry as it is now. Thread-safe. */
public final class ExistingUnits implements Predicate<UnitId> {

    private final Supplier<List<TransformationProgram>> programs;

    /**
     * @param programs the programs of the registry as they are now
     */
    public ExistingUnits(Supplier<List<TransformationProgram>> programs) {
        this.programs = programs;
    }

    @Override
    public boolean test(UnitId id) {
        return programs.get().stream()
                .filter(program -> program.id().equals(id.program()))
                .flatMap(program -> program.units().stream())
                .anyMatch(unit -> unit.id().equals(id.unit()));
    }
}
