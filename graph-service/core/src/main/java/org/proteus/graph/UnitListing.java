package org.proteus.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;

/** Lists units as a planner sees them. */
record UnitListing(PricedGraph priced, RunnablePrograms runnable) {

    private record Row(Capability capability, int fit) {}

    List<UnitView> matching(UnitFilter filter) {
        Optional<ContentType> target =
                filter.to().map(type -> TypeHierarchy.canonical(type).withoutParameters());
        return filter.from()
                .map(this::taking)
                .orElseGet(this::all)
                .filter(row -> target.isEmpty() || row.capability.target().equals(target.get()))
                .filter(row -> isOf(filter.program(), row.capability))
                .sorted(Comparator.comparing(row -> row.capability.id()))
                .map(this::view)
                .toList();
    }

    private Stream<Row> all() {
        return priced.graph().capabilities().map(capability -> new Row(capability, 0));
    }

    private Stream<Row> taking(ContentType from) {
        ContentType type = TypeHierarchy.canonical(from);
        return priced.graph().from(type.withoutParameters()).stream()
                .flatMap(arc ->
                        MatchLevel.of(arc.capability().source(), type.parameters(), Map.of())
                                .map(level ->
                                        new Row(
                                                arc.capability(),
                                                arc.generality().cost() + level.cost()))
                                .stream());
    }

    private static boolean isOf(Optional<String> program, Capability capability) {
        return program.isEmpty() || capability.id().program().equals(program.get());
    }

    private UnitView view(Row row) {
        Capability capability = row.capability;
        TransformationProgram program =
                priced.graph().programs().get(capability.id().program()).program();
        TransformationUnit unit = capability.unit();
        Costs costs = priced.costs();
        return new UnitView(
                capability.id(),
                program.description(),
                unit.sources(),
                unit.target(),
                parameters(capability),
                capability.isComposite()
                        ? capability.links().stream().map(Link::id).toList()
                        : List.of(),
                capability.loss(),
                unit.limits(),
                cost(costs.of(capability), row.fit),
                costs.seconds(capability),
                costs.fidelity(capability),
                capability.links().stream().allMatch(link -> runnable.contains(link.offer())));
    }

    private static List<Parameter> parameters(Capability capability) {
        return capability.isComposite()
                ? capability.unit().parameters()
                : capability.links().getFirst().parameters();
    }

    private static PlanCost cost(Price price, int fit) {
        return PlanCost.of(
                Way.points(price.loss()),
                Way.points(price.time()),
                Way.points(price.risk()),
                Way.points(fit));
    }
}
