package org.proteus.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;

/** What a caller names to have it on a way, or not to have it there. */
sealed interface RuleName {

    /** Any unit of a program. */
    record OfProgram(String id) implements RuleName {}

    /** A unit, alone or inside a composite. */
    record OfUnit(UnitId id) implements RuleName {}

    /** A media type that is reached on the way. */
    record OfType(ContentType type) implements RuleName {}

    /** A whole way, unit by unit. */
    record OfPlan(List<UnitId> units) implements RuleName {}

    /** A way that has a name of its own: exactly its steps, with its values. */
    record OfPath(Capability path) implements RuleName {}

    /**
     * Understands a name.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if nothing is called so, or a path of that
     *     name has lost a step
     */
    static RuleName of(String text, PlanGraph graph) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        String name = text.substring(colon + 1).strip();
        Optional<RuleName> found =
                switch (kind) {
                    case "program" -> program(name, graph);
                    case "unit" -> unitOrPath(name, graph);
                    case "type" -> type(name, graph);
                    case "plan" -> plan(name, graph);
                    case "" -> any(name, graph);
                    default -> Optional.empty();
                };
        return found.orElseThrow(() -> unknown(text));
    }

    private static Optional<RuleName> any(String name, PlanGraph graph) {
        if (name.contains(",")) {
            return plan(name, graph);
        }
        return program(name, graph).or(() -> unitOrPath(name, graph)).or(() -> type(name, graph));
    }

    private static Optional<RuleName> program(String name, PlanGraph graph) {
        ProgramUnits program = graph.programs().get(name);
        if (program == null) {
            return Optional.empty();
        }
        List<TransformationUnit> units = program.program().units();
        return program.program().namesPaths() && units.size() == 1
                ? Optional.of(path(program.id(units.getFirst().id()), graph))
                : Optional.of(new OfProgram(name));
    }

    private static Optional<RuleName> unitOrPath(String name, PlanGraph graph) {
        return unit(name, graph)
                .map(id ->
                        graph.programs().get(id.program()).program().namesPaths()
                                ? path(id, graph)
                                : new OfUnit(id));
    }

    private static RuleName path(UnitId id, PlanGraph graph) {
        return graph.path(id)
                .map(OfPath::new)
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.BAD_REQUEST,
                                "the path '" + id + "' cannot be gone: a step of it is missing",
                                "show it, and publish what it names, or leave it out"));
    }

    private static Optional<UnitId> unit(String name, PlanGraph graph) {
        int slash = name.indexOf('/');
        if (slash < 1 || slash == name.length() - 1) {
            return Optional.empty();
        }
        UnitId id = UnitId.parse(name);
        return Optional.ofNullable(graph.programs().get(id.program()))
                .filter(program -> program.program().unit(id.unit()).isPresent())
                .map(_ -> id);
    }

    private static Optional<RuleName> type(String name, PlanGraph graph) {
        try {
            ContentType type = TypeHierarchy.canonical(ContentType.parse(name).withoutParameters());
            return graph.index().isKnown(type) ? Optional.of(new OfType(type)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<RuleName> plan(String name, PlanGraph graph) {
        List<Optional<UnitId>> units =
                Stream.of(name.split(",", -1)).map(unit -> unit(unit.strip(), graph)).toList();
        return units.stream().allMatch(Optional::isPresent)
                ? Optional.of(new OfPlan(units.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private static ProteusException unknown(String text) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "no program, unit or type on the way is called '" + text + "'",
                "name a program, a unit (program/unit), a media type that some unit takes or gives,"
                        + " or a plan (units joined by commas)");
    }
}
