package org.proteus.graph.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;

/**
 * A step of a plan beside what its program declares.
 *
 * @param step the step with its values
 * @param program its program
 * @param unit its unit
 */
record PathStep(PlanStep step, TransformationProgram program, TransformationUnit unit) {

    UnitId id() {
        return step.unit();
    }

    /** Returns the values that the plan gave to what was open, or in place of others. */
    List<Parameter> bound() {
        List<Parameter> bound = new ArrayList<>();
        for (Parameter declared : declared(true)) {
            value(declared)
                    .filter(value -> !value.equals(declared.value()))
                    .ifPresent(value -> bound.add(new Parameter(declared.name(), value, false)));
        }
        return bound;
    }

    /**
     * Returns what the plan left open.
     *
     * @param ofTarget whether parameters of the type that it gives are meant, too
     */
    List<Parameter> open(boolean ofTarget) {
        return declared(ofTarget).stream()
                .filter(declared -> declared.isAny() || declared.isUnset())
                .filter(declared -> value(declared).isEmpty())
                .toList();
    }

    /** Returns a declared parameter of the type that it gives with the plan's value, if any. */
    Parameter afterBinding(Parameter declared) {
        return value(declared)
                .map(value -> new Parameter(declared.name(), value, declared.optional()))
                .orElse(declared);
    }

    /** Every parameter once; those of the unit win over those of the program. */
    private List<Parameter> declared(boolean ofTarget) {
        List<Parameter> all = new ArrayList<>();
        Stream.of(
                        unit.parameters(),
                        program.parameters(),
                        ofTarget ? unit.target().parameters() : List.<Parameter>of())
                .flatMap(List::stream)
                .filter(one -> all.stream().noneMatch(a -> a.name().equalsIgnoreCase(one.name())))
                .forEach(all::add);
        return all;
    }

    private Optional<String> value(Parameter declared) {
        return value(step.parameters(), declared.name())
                .or(() -> value(step.target().parameters(), declared.name()));
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
