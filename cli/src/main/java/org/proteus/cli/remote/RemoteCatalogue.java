package org.proteus.cli.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.proteus.coordinator.Catalogue;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.PlanAnswer;

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
    public PlanAnswer plan(ContentType source, ContentType target, Map<String, String> options) {
        Map<String, String> query = new TreeMap<>();
        query.put("from", source.toString());
        query.put("to", target.toString());
        options.forEach((name, value) -> query.put("option." + name, value));
        try {
            PlanView view = rest.get("plans" + RestClient.query(query), PLAN);
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
    public List<ProgramView> programs() {
        return rest.get("programs", PROGRAMS);
    }

    @Override
    public ContentType resolveType(String text) {
        return rest.get("types" + RestClient.query(Map.of("name", text)), TYPE).get("type");
    }
}
