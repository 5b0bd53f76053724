package org.proteus.library;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.proteus.coordinator.learning.StatisticsViews;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.graph.Catalogue;
import org.proteus.graph.Explanation;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.QueryResult;
import org.proteus.graph.RunnablePrograms;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;
import org.proteus.graph.query.ProgramQuery;
import org.proteus.programs.StepRunner;

/** What this machine alone can do; needs no coordinator. Thread-safe. */
public final class OwnCatalogue implements Catalogue {

    private static final String HERE = "here";

    private final Knowledge knowledge;
    private final Map<String, ProgramOffer> offers;

    /** Creates a catalogue of what a runner offers at this moment. */
    public OwnCatalogue(Knowledge knowledge, StepRunner runner) {
        this.knowledge = knowledge;
        this.offers =
                runner.offers(List.of()).stream()
                        .collect(Collectors.toMap(ProgramOffer::program, offer -> offer));
    }

    @Override
    public PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives) {
        return knowledge.planner().plan(question(object, goal).alternatives(alternatives));
    }

    @Override
    public Explanation why(PlanObject object, PlanGoal goal, String name) {
        return knowledge.planner().why(question(object, goal), name);
    }

    @Override
    public List<UnitView> units(UnitFilter filter) {
        return knowledge.planner().units(filter, runnable());
    }

    private PlanQuestion question(PlanObject object, PlanGoal goal) {
        return PlanQuestion.of(object, goal).runnable(runnable());
    }

    private RunnablePrograms runnable() {
        return RunnablePrograms.of(
                knowledge.registry().programs().stream()
                        .filter(program -> state(program) == ProgramOffer.State.RUNNABLE)
                        .map(RunnablePrograms::name)
                        .toList());
    }

    @Override
    public List<ContentType> targets(ContentType source) {
        return knowledge.planner().targets(source);
    }

    @Override
    public List<ContentType> sources(ContentType target) {
        return knowledge.planner().sources(target);
    }

    @Override
    public List<UnitStatisticsView> statistics() {
        return StatisticsViews.of(knowledge.registry().programs(), knowledge.statistics());
    }

    @Override
    public List<ProgramView> programs() {
        return knowledge.registry().programs().stream().map(this::view).toList();
    }

    @Override
    public QueryResult query(String query) {
        return ProgramQuery.parse(query).run(knowledge.registry());
    }

    @Override
    public ContentType resolveType(String text) {
        return knowledge.types().resolve(text);
    }

    private ProgramView view(TransformationProgram program) {
        ProgramOffer.State state = state(program);
        String reason =
                offers.containsKey(program.id())
                        ? offers.get(program.id()).reason()
                        : "its class is not installed here";
        ProgramOrigin origin = knowledge.registry().origin(program.id()).orElse(ProgramOrigin.SITE);
        return new ProgramView(
                program,
                origin,
                origin.isTrusted(),
                state,
                reason,
                state == ProgramOffer.State.RUNNABLE ? List.of(HERE) : List.of());
    }

    private ProgramOffer.State state(TransformationProgram program) {
        ProgramOffer offer = offers.get(program.id());
        return offer == null ? ProgramOffer.State.MISSING : offer.state();
    }
}
