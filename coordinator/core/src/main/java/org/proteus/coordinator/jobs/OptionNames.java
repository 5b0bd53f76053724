package org.proteus.coordinator.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;

/**
 * The names of options that some program declares. One that none does is a slip of the pen and told
 * before any object is touched; whether a declared one can be honoured shows on each object's way.
 * Thread-safe.
 */
final class OptionNames {

    private final Supplier<List<TransformationProgram>> programs;

    /**
     * @param programs the programs of the registry as they are now
     */
    OptionNames(Supplier<List<TransformationProgram>> programs) {
        this.programs = programs;
    }

    /**
     * Checks that every name is known, case ignored.
     *
     * @throws ProteusException with {@code UNKNOWN_OPTION} and the names that are known
     */
    void requireKnown(Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        Set<String> known =
                programs.get().stream()
                        .flatMap(OptionNames::of)
                        .collect(
                                Collectors.toCollection(
                                        () -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ProteusException(
                        ErrorCode.UNKNOWN_OPTION,
                        "no program knows the option '" + name + "'",
                        "known are " + String.join(", ", known));
            }
        }
    }

    private static Stream<String> of(TransformationProgram program) {
        return Stream.concat(
                names(program.parameters()), program.units().stream().flatMap(OptionNames::of));
    }

    private static Stream<String> of(TransformationUnit unit) {
        return Stream.concat(names(unit.parameters()), names(unit.target().parameters()));
    }

    private static Stream<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name);
    }
}
