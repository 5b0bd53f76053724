package org.proteus.coordinator;

import java.util.Comparator;
import java.util.List;
import org.proteus.coordinator.dispatch.Workforce;
import org.proteus.coordinator.learning.StatisticsViews;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.graph.Catalogue;
import org.proteus.graph.Explanation;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.Planner;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.QueryResult;
import org.proteus.graph.RunnablePrograms;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;
import org.proteus.graph.query.ProgramQuery;

/** What the live workers can do. Thread-safe. */
final class LiveCatalogue implements Catalogue {

    private final Planner planner;
    private final ProgramRegistry registry;
    private final TargetNames types;
    private final Workforce workforce;
    private final LearnedStatistics statistics;

    LiveCatalogue(
            Planner planner,
            ProgramRegistry registry,
            TargetNames types,
            Workforce workforce,
            LearnedStatistics statistics) {
        this.planner = planner;
        this.registry = registry;
        this.types = types;
        this.workforce = workforce;
        this.statistics = statistics;
    }

    @Override
    public PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives) {
        return planner.plan(question(object, goal).alternatives(alternatives));
    }

    @Override
    public Explanation why(PlanObject object, PlanGoal goal, String name) {
        return planner.why(question(object, goal), name);
    }

    private PlanQuestion question(PlanObject object, PlanGoal goal) {
        return PlanQuestion.of(object, goal).runnable(runnable());
    }

    private RunnablePrograms runnable() {
        return RunnablePrograms.of(workforce.runnable());
    }

    @Override
    public List<ContentType> targets(ContentType source) {
        return planner.targets(source);
    }

    @Override
    public List<ContentType> sources(ContentType target) {
        return planner.sources(target);
    }

    @Override
    public List<UnitView> units(UnitFilter filter) {
        return planner.units(filter, runnable());
    }

    @Override
    public List<ProgramView> programs() {
        List<WorkerRow> workers = workforce.live();
        return registry.programs().stream().map(program -> view(program, workers)).toList();
    }

    @Override
    public List<UnitStatisticsView> statistics() {
        return StatisticsViews.of(registry.programs(), statistics);
    }

    private record Offered(String worker, ProgramOffer offer) {}

    private ProgramView view(TransformationProgram program, List<WorkerRow> workers) {
        List<Offered> offers =
                workers.stream()
                        .flatMap(worker ->
                                worker.registration().offers().stream()
                                        .map(offer -> new Offered(worker.id(), offer)))
                        .filter(offered -> offered.offer().program().equals(program.id()))
                        .filter(offered -> offered.offer().checksum().equals(program.checksum()))
                        .sorted(Comparator.comparing(offered -> offered.offer().state()))
                        .toList();
        ProgramOrigin origin = registry.origin(program.id()).orElse(ProgramOrigin.PUBLISHED);
        if (program.entryClass().isEmpty()) {
            return new ProgramView(
                    program,
                    origin,
                    origin.isTrusted(),
                    ProgramOffer.State.RUNNABLE,
                    "names units of other programs",
                    List.of());
        }
        if (offers.isEmpty()) {
            String reason = workers.isEmpty() ? "no worker is there" : "no worker speaks of it";
            return new ProgramView(
                    program,
                    origin,
                    origin.isTrusted(),
                    ProgramOffer.State.MISSING,
                    reason,
                    List.of());
        }
        return new ProgramView(
                program,
                origin,
                origin.isTrusted(),
                offers.getFirst().offer().state(),
                offers.getFirst().offer().reason(),
                offers.stream()
                        .filter(offered -> offered.offer().state() == ProgramOffer.State.RUNNABLE)
                        .map(Offered::worker)
                        .toList());
    }

    @Override
    public QueryResult query(String query) {
        return ProgramQuery.parse(query).run(registry);
    }

    @Override
    public ContentType resolveType(String text) {
        return types.resolve(text);
    }
}
