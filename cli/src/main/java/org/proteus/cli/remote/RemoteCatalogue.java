package org.proteus.cli.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.Catalogue;
import org.proteus.graph.Explanation;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.QueryResult;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;

/** The catalogue of a server. Thread-safe. */
final class RemoteCatalogue implements Catalogue {

    private record PlanView(boolean runnable, Plan plan, List<TransformationProgram> missing) {}

    private static final TypeReference<PlanView> PLAN = new TypeReference<>() {};
    private static final TypeReference<Explanation> WHY = new TypeReference<>() {};
    private static final TypeReference<List<UnitView>> UNITS = new TypeReference<>() {};
    private static final TypeReference<List<ContentType>> TYPES = new TypeReference<>() {};
    private static final TypeReference<Map<String, ContentType>> TYPE = new TypeReference<>() {};
    private static final TypeReference<List<ProgramView>> PROGRAMS = new TypeReference<>() {};

    private static final TypeReference<QueryResult> RESULT = new TypeReference<>() {};
    private static final TypeReference<List<UnitStatisticsView>> STATISTICS =
            new TypeReference<>() {};

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

    @Override
    public Explanation why(PlanObject object, PlanGoal goal, String name) {
        return rest.get("plans/why" + PlanQuery.why(object, goal, name), WHY);
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
    public List<UnitView> units(UnitFilter filter) {
        Map<String, String> query = new TreeMap<>();
        filter.from().ifPresent(type -> query.put("from", type.toString()));
        filter.to().ifPresent(type -> query.put("to", type.toString()));
        filter.program().ifPresent(id -> query.put("program", id));
        if (filter.size() != PlanObject.UNKNOWN_SIZE) {
            query.put("size", Long.toString(filter.size()));
        }
        return rest.get("units" + RestClient.query(query), UNITS);
    }

    @Override
    public List<UnitStatisticsView> statistics() {
        return rest.get("statistics/units", STATISTICS);
    }

    @Override
    public List<ProgramView> programs() {
        return rest.get("programs", PROGRAMS);
    }

    @Override
    public QueryResult query(String query) {
        return rest.get("query" + RestClient.query(Map.of("q", query)), RESULT);
    }

    @Override
    public ContentType resolveType(String text) {
        return rest.get("types" + RestClient.query(Map.of("name", text)), TYPE).get("type");
    }
}
