package org.proteus.coordinator;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.proteus.coordinator.dispatch.Workforce;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.Planner;
import org.proteus.graph.RunnablePrograms;

/** What the live workers can do. Thread-safe. */
final class LiveCatalogue implements Catalogue {

    private final Planner planner;
    private final Supplier<List<TransformationProgram>> programs;
    private final TargetNames types;
    private final Workforce workforce;

    LiveCatalogue(
            Planner planner,
            Supplier<List<TransformationProgram>> programs,
            TargetNames types,
            Workforce workforce) {
        this.planner = planner;
        this.programs = programs;
        this.types = types;
        this.workforce = workforce;
    }

    @Override
    public PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives) {
        return planner.plan(
                PlanQuestion.of(object, goal)
                        .runnable(RunnablePrograms.of(workforce.runnable()))
                        .alternatives(alternatives));
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
    public List<ProgramView> programs() {
        List<WorkerRow> workers = workforce.live();
        return programs.get().stream().map(program -> view(program, workers)).toList();
    }

    private record Offered(String worker, ProgramOffer offer) {}

    private static ProgramView view(TransformationProgram program, List<WorkerRow> workers) {
        List<Offered> offers =
                workers.stream()
                        .flatMap(worker ->
                                worker.registration().offers().stream()
                                        .map(offer -> new Offered(worker.id(), offer)))
                        .filter(offered -> offered.offer().program().equals(program.id()))
                        .filter(offered -> offered.offer().checksum().equals(program.checksum()))
                        .sorted(Comparator.comparing(offered -> offered.offer().state()))
                        .toList();
        if (offers.isEmpty()) {
            String reason = workers.isEmpty() ? "no worker is there" : "no worker speaks of it";
            return new ProgramView(program, ProgramOffer.State.MISSING, reason, List.of());
        }
        return new ProgramView(
                program,
                offers.getFirst().offer().state(),
                offers.getFirst().offer().reason(),
                offers.stream()
                        .filter(offered -> offered.offer().state() == ProgramOffer.State.RUNNABLE)
                        .map(Offered::worker)
                        .toList());
    }

    @Override
    public ContentType resolveType(String text) {
        return types.resolve(text);
    }
}
