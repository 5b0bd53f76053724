package org.proteus.library;

import java.util.List;
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

/**
 * What could be done if every program were installed somewhere; for a service that plans and has
 * nobody to run anything. Thread-safe.
 */
public final class PlanningCatalogue implements Catalogue {

    private static final String TAKEN = "taken as runnable: this service only plans";

    private final Knowledge knowledge;

    /** Creates a catalogue of what is known. */
    public PlanningCatalogue(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives) {
        return knowledge.planner().plan(PlanQuestion.of(object, goal).alternatives(alternatives));
    }

    @Override
    public Explanation why(PlanObject object, PlanGoal goal, String name) {
        return knowledge.planner().why(PlanQuestion.of(object, goal), name);
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
    public List<UnitView> units(UnitFilter filter) {
        return knowledge.planner().units(filter, RunnablePrograms.ALL);
    }

    @Override
    public List<UnitStatisticsView> statistics() {
        return List.of();
    }

    @Override
    public List<ProgramView> programs() {
        return knowledge.registry().programs().stream().map(this::view).toList();
    }

    private ProgramView view(TransformationProgram program) {
        ProgramOrigin origin = knowledge.registry().origin(program.id()).orElse(ProgramOrigin.SITE);
        return new ProgramView(
                program, origin, origin.isTrusted(), ProgramOffer.State.RUNNABLE, TAKEN, List.of());
    }

    @Override
    public QueryResult query(String query) {
        return ProgramQuery.parse(query).run(knowledge.registry());
    }

    @Override
    public ContentType resolveType(String text) {
        return knowledge.types().resolve(text);
    }
}
