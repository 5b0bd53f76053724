package org.proteus.coordinator.server.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.proteus.coordinator.Catalogue;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.server.QueryPrefix;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;

/** What can be transformed into what, and by which programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogueResource {

    private final Catalogue catalogue;

    /** Creates the resource over the coordinator's catalogue. */
    public CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns the plan from one type to another. */
    @GET
    @Path("plans")
    @QueryPrefix(QueryValues.OPTION)
    public PlanView plan(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("size") String size,
            @QueryParam("alternatives") String alternatives,
            @BeanParam PlanRulesQuery rules,
            @Context UriInfo uri) {
        ContentType source = catalogue.resolveType(QueryValues.required("from", from));
        ContentType target = catalogue.resolveType(QueryValues.required("to", to));
        PlanObject object = PlanObject.of(source).withSize(QueryValues.size(size));
        PlanGoal goal = new PlanGoal(target, QueryValues.options(uri), rules.rules());
        int most = QueryValues.alternatives(alternatives);
        return switch (catalogue.plan(object, goal, most)) {
            case PlanAnswer.Found found -> new PlanView(true, found.plan(), List.of());
            case PlanAnswer.NotRunnable blocked ->
                    new PlanView(false, blocked.plan(), blocked.missing());
            case PlanAnswer.Refused refused -> throw new ProteusException(refused.problem());
        };
    }

    /** Returns every type that can be reached, nearest first. */
    @GET
    @Path("targets")
    public List<ContentType> targets(@QueryParam("from") String from) {
        return catalogue.targets(catalogue.resolveType(QueryValues.required("from", from)));
    }

    /** Returns every type from which one can be reached, nearest first. */
    @GET
    @Path("sources")
    public List<ContentType> sources(@QueryParam("to") String to) {
        return catalogue.sources(catalogue.resolveType(QueryValues.required("to", to)));
    }

    /** Understands a type as people write it. */
    @GET
    @Path("types")
    public Map<String, ContentType> type(@QueryParam("name") String name) {
        return Map.of("type", catalogue.resolveType(QueryValues.required("name", name)));
    }

    /** Returns every program. */
    @GET
    @Path("programs")
    public List<ProgramView> programs() {
        return catalogue.programs();
    }

    /** Returns one program. */
    @GET
    @Path("programs/{program}")
    public ProgramView program(@PathParam("program") String id) {
        return catalogue.programs().stream()
                .filter(view -> view.program().id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.NOT_FOUND,
                                "there is no program of that id",
                                "List them with /api/v1/programs"));
    }
}
