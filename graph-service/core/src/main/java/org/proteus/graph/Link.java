package org.proteus.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;

/**
 * An elementary unit as it runs, alone or inside a composite.
 *
 * @param id its id
 * @param program its program
 * @param unit the unit
 * @param trusted whether those who run the service vouch for the program
 * @param offer how workers name its program when they offer it
 * @param target media type it gives, under its registered name
 * @param parameters program parameters: the unit's own, and the global ones it does not override
 * @param needed lower-case names of the values that the caller must supply
 * @param fixed values that a composite sets and no caller changes, by lower-case name
 */
record Link(
        UnitId id,
        TransformationProgram program,
        TransformationUnit unit,
        boolean trusted,
        String offer,
        ContentType target,
        List<Parameter> parameters,
        List<String> needed,
        Map<String, String> fixed) {

    static Link of(TransformationProgram program, TransformationUnit unit, boolean trusted) {
        List<Parameter> parameters = new ArrayList<>(unit.parameters());
        program.parameters().stream()
                .filter(global -> unit.parameter(global.name()).isEmpty())
                .forEach(parameters::add);
        return new Link(
                new UnitId(program.id(), unit.id()),
                program,
                unit,
                trusted,
                RunnablePrograms.name(program),
                SharedTypes.canonical(unit.target().mediaType()),
                List.copyOf(parameters),
                needed(parameters, unit),
                Map.of());
    }

    /** Returns this link with values of a composite; a value that is there already stays. */
    Link withFixed(List<Parameter> values) {
        Map<String, String> all = new HashMap<>();
        for (Parameter value : values) {
            if (!value.isAny() && !value.isUnset()) {
                all.put(fold(value.name()), value.value());
            }
        }
        all.putAll(fixed);
        List<String> open = needed.stream().filter(name -> !all.containsKey(name)).toList();
        return new Link(
                id, program, unit, trusted, offer, target, parameters, open, Map.copyOf(all));
    }

    /** Whether the result has what is wished, if this step is told so. */
    boolean honoursOnTarget(Wish wish) {
        return unit.target()
                .parameter(wish.name())
                .map(declared ->
                        fixed.containsKey(wish.name())
                                ? wish.accepts(fixed.get(wish.name()))
                                : isOpen(declared) || wish.accepts(declared.value()))
                .orElse(false);
    }

    /** Whether a wish is a program parameter of this step. */
    boolean takesAsParameter(Wish wish) {
        return parameter(wish.name())
                .map(_ -> !fixed.containsKey(wish.name()) || wish.accepts(fixed.get(wish.name())))
                .orElse(false);
    }

    boolean honours(Wish wish) {
        return honoursOnTarget(wish) || (!wish.onTarget() && takesAsParameter(wish));
    }

    /** Whether it declares a parameter of that name, whatever its value. */
    boolean knows(String name) {
        return parameter(name).isPresent() || unit.target().parameter(name).isPresent();
    }

    /** Returns the values that it has for a parameter of that name, as far as they are set. */
    List<String> values(String name) {
        return Stream.concat(parameter(name).stream(), unit.target().parameter(name).stream())
                .filter(declared -> !isOpen(declared))
                .map(Parameter::value)
                .toList();
    }

    /** Whether this step cannot run without the caller's value. */
    boolean needs(String name) {
        return needed.contains(name);
    }

    /** Whether every value that the caller must supply is supplied. */
    boolean isSupplied(Predicate<String> supplied) {
        return needed.isEmpty() || needed.stream().allMatch(supplied);
    }

    private static List<String> needed(List<Parameter> parameters, TransformationUnit unit) {
        return Stream.concat(parameters.stream(), unit.target().parameters().stream())
                .filter(p -> p.isUnset() && !p.optional())
                .map(p -> fold(p.name()))
                .distinct()
                .toList();
    }

    /** Whether a type parameter of the input is still true of the output. */
    boolean keeps(String name, ContentType source) {
        TypePattern pattern = unit.target();
        if (pattern.parameter(name).isPresent()) {
            return false;
        }
        return source.equals(target) || unit.kept().stream().anyMatch(name::equalsIgnoreCase);
    }

    private Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
    }

    static boolean isOpen(Parameter declared) {
        return declared.isAny() || declared.isUnset();
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
