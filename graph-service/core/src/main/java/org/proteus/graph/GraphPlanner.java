package org.proteus.graph;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * Plans over the programs of a registry, with what statistics tell of their units. Every question
 * is answered on one snapshot of both, so programs may come and go while others plan.
 */
public final class GraphPlanner implements Planner {

    private final ProgramRegistry registry;
    private final UnitStatistics statistics;
    private final AtomicReference<Standpoint> latest = new AtomicReference<>();

    /**
     * Plans over the programs that the registry has, and by what the statistics tell, when a
     * question is asked.
     */
    public GraphPlanner(ProgramRegistry registry, UnitStatistics statistics) {
        this.registry = registry;
        this.statistics = statistics;
    }

    @Override
    public PlanAnswer plan(PlanQuestion question) {
        try {
            ContentType source = one(question.object().type());
            ContentType target = one(question.goal().target());
            Wishes wishes = Wishes.of(target, question.goal().options());
            return standpoint().answer(question, source, target, wishes);
        } catch (ProteusException e) {
            return new PlanAnswer.Refused(e.problem());
        }
    }

    @Override
    public Explanation why(PlanQuestion question, String name) {
        ContentType source = one(question.object().type());
        ContentType target = one(question.goal().target());
        Wishes wishes = Wishes.of(target, question.goal().options());
        PricedGraph priced = standpoint().priced(SizeClass.of(question.object().size()));
        PlanAnswering answering = new PlanAnswering(priced, question, source, target, wishes);
        return new WhyNot(answering, name).explain();
    }

    @Override
    public List<UnitView> units(UnitFilter filter, RunnablePrograms runnable) {
        PricedGraph priced = standpoint().priced(SizeClass.of(filter.size()));
        return new UnitListing(priced, runnable).matching(filter);
    }

    /** Returns a type under its registered name. */
    private static ContentType one(ContentType type) {
        ContentType canonical = TypeHierarchy.canonical(type);
        if (canonical.isRange()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "'" + canonical + "' is a range of types",
                    "name one type");
        }
        return canonical;
    }

    @Override
    public List<ContentType> targets(ContentType source) {
        ContentType type = TypeHierarchy.canonical(source);
        PricedGraph priced = standpoint().priced(SizeClass.SMALL);
        return type.isRange() ? List.of() : search(priced, type).reachable();
    }

    @Override
    public List<ContentType> sources(ContentType target) {
        ContentType wanted = TypeHierarchy.canonical(target).withoutParameters();
        PricedGraph priced = standpoint().priced(SizeClass.SMALL);
        record Reached(ContentType type, int cost) {}
        return priced.graph().types().stream()
                .filter(type -> !type.equals(wanted))
                .flatMap(type ->
                        search(priced, type).best(wanted, 1).stream()
                                .map(way -> new Reached(type, way.cost())))
                .sorted(
                        Comparator.comparingInt(Reached::cost)
                                .thenComparing(reached -> reached.type.toString()))
                .map(Reached::type)
                .toList();
    }

    private static Search search(PricedGraph priced, ContentType type) {
        Demands nothing = new Demands(Wishes.NONE, Rules.NONE, false);
        return new Search(
                priced, new Stepping(priced, PlanObject.of(type), nothing, _ -> false, _ -> true));
    }

    private Standpoint standpoint() {
        PlanGraph graph = registry.graph();
        long edition = statistics.edition();
        Standpoint known = latest.get();
        if (known != null && known.isOf(graph, edition)) {
            return known;
        }
        Standpoint fresh = new Standpoint(graph, statistics, edition);
        latest.set(fresh);
        return fresh;
    }
}
