package org.proteus.cli.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import org.proteus.coordinator.Catalogue;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;

/** The catalogue of a server. Thread-safe. */
final class RemoteCatalogue implements Catalogue {

    private record PlanView(boolean runnable, Plan plan, List<TransformationProgram> missing) {}

    private static final TypeReference<PlanView> PLAN = new TypeReference<>() {};
    private static final TypeReference<List<ContentType>> TYPES = new TypeReference<>() {};
    private static final TypeReference<Map<String, ContentType>> TYPE = new TypeReference<>() {};
    private static final TypeReference<List<ProgramView>> PROGRAMS = new TypeReference<>() {};

    private final RestClient rest;

    RemoteCatalogue(RestClient rest) {
        this.rest = rest;
    }

    @Override
    public PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives) {
        try {
            String query = PlanQuery.of(object, goal, alternatives);
            PlanView view = rest.get("plans" + query, PLAN);
            return view.runnable()
                    ? new PlanAnswer.Found(view.plan())
                    : new PlanAnswer.NotRunnable(view.plan(), view.missing());
        } catch (ProteusException e) {
            return refused(e);
        }
    }

    private static PlanAnswer refused(ProteusException e) {
        if (e.problem().code() == ErrorCode.UNAVAILABLE) {
            throw e;
        }
        return new PlanAnswer.Refused(e.problem());
    }

    @Override
    public List<ContentType> targets(ContentType source) {
        return rest.get("targets" + RestClient.query(Map.of("from", source.toString())), TYPES);
    }

    @Override
    public List<ContentType> sources(ContentType target) {
        return rest.get("sources" + RestClient.query(Map.of("to", target.toString())), TYPES);
    }

    @Override
    public List<ProgramView> programs() {
        return rest.get("programs", PROGRAMS);
    }

    @Override
    public ContentType resolveType(String text) {
        return rest.get("types" + RestClient.query(Map.of("name", text)), TYPE).get("type");
    }
}
