package org.proteus.cli.realfiles;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.programs.step.InstalledPrograms;

/**
 * What the units of a plan lose, as their documents declare it; unlike times, nobody learns that.
 */
final class DeclaredLoss {

    private final Map<String, TransformationProgram> programs =
            InstalledPrograms.find(Optional.empty()).shipped().stream()
                    .collect(Collectors.toMap(TransformationProgram::id, Function.identity()));

    /** Returns the worst loss of a plan as the table writes it; lossless without a plan. */
    LossClass worst(String plan) {
        return Stream.of(plan.split(" > "))
                .filter(unit -> unit.contains("/"))
                .map(UnitId::parse)
                .map(id -> programs.get(id.program()).unit(id.unit()).orElseThrow().loss())
                .max(Comparator.naturalOrder())
                .orElse(LossClass.LOSSLESS);
    }
}
