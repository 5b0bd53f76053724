package org.proteus.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;

/** The units of one program, by their ids: those that run, and those that name others. */
record ProgramUnits(
        TransformationProgram program,
        Map<String, Link> elementary,
        Map<String, TransformationUnit> composites) {

    /**
     * @param trusted whether those who run the service vouch for the program
     */
    static ProgramUnits of(TransformationProgram program, boolean trusted) {
        Map<String, Link> elementary = new LinkedHashMap<>();
        Map<String, TransformationUnit> composites = new LinkedHashMap<>();
        for (TransformationUnit unit : program.units()) {
            if (unit.isComposite()) {
                composites.put(unit.id(), unit);
            } else if (program.entryClass().isPresent()) {
                elementary.put(unit.id(), Link.of(program, unit, trusted));
            }
        }
        return new ProgramUnits(program, elementary, composites);
    }

    UnitId id(String unit) {
        return new UnitId(program.id(), unit);
    }

    Optional<TransformationUnit> composite(String unit) {
        return Optional.ofNullable(composites.get(unit));
    }

    /** Whether one of its composites names a unit of that program. */
    boolean refersTo(String other) {
        return composites.values().stream()
                .flatMap(unit -> unit.composition().stream())
                .anyMatch(step -> step.unit().program().equals(other));
    }
}
