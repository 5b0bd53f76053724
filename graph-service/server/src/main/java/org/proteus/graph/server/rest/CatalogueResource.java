package org.proteus.graph.server.rest;

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
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.server.QueryPrefix;
import org.proteus.graph.Catalogue;
import org.proteus.graph.Explanation;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.QueryResult;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;

/** What can be transformed into what, and by which programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogueResource {

    private final Catalogue catalogue;

    /** Creates the resource over a catalogue. */
    public CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns the plan from one type to another. */
    @GET
    @Path("plans")
    @QueryPrefix(PlanValues.OPTION)
    public PlanView plan(
            @QueryParam("from") String from,
            @QueryParam("with") List<String> with,
            @QueryParam("to") String to,
            @QueryParam("size") String size,
            @QueryParam("alternatives") String alternatives,
            @BeanParam PlanRulesQuery rules,
            @Context UriInfo uri) {
        PlanObject object = object(from, with, size);
        PlanGoal goal = new PlanGoal(type("to", to), PlanValues.options(uri), rules.rules());
        int most = PlanValues.alternatives(alternatives);
        return switch (catalogue.plan(object, goal, most)) {
            case PlanAnswer.Found found -> new PlanView(true, found.plan(), List.of());
            case PlanAnswer.NotRunnable blocked ->
                    new PlanView(false, blocked.plan(), blocked.missing());
            case PlanAnswer.Refused refused -> throw new ProteusException(refused.problem());
        };
    }

    /** Tells why something is not on the way that is chosen. */
    @GET
    @Path("plans/why")
    @QueryPrefix(PlanValues.OPTION)
    public Explanation why(
            @QueryParam("from") String from,
            @QueryParam("with") List<String> with,
            @QueryParam("to") String to,
            @QueryParam("name") String name,
            @QueryParam("size") String size,
            @BeanParam PlanRulesQuery rules,
            @Context UriInfo uri) {
        PlanGoal goal = new PlanGoal(type("to", to), PlanValues.options(uri), rules.rules());
        return catalogue.why(object(from, with, size), goal, PlanValues.required("name", name));
    }

    private PlanObject object(String from, List<String> with, String size) {
        return PlanObject.of(type("from", from))
                .withPartners(with.stream().map(name -> type("with", name)).toList())
                .withSize(PlanValues.size(size));
    }

    private ContentType type(String parameter, String text) {
        return catalogue.resolveType(PlanValues.required(parameter, text));
    }

    /** Returns every type that can be reached, nearest first. */
    @GET
    @Path("targets")
    public List<ContentType> targets(@QueryParam("from") String from) {
        return catalogue.targets(type("from", from));
    }

    /** Returns every type from which one can be reached, nearest first. */
    @GET
    @Path("sources")
    public List<ContentType> sources(@QueryParam("to") String to) {
        return catalogue.sources(type("to", to));
    }

    /** Understands a type as people write it. */
    @GET
    @Path("types")
    public Map<String, ContentType> type(@QueryParam("name") String name) {
        return Map.of("type", type("name", name));
    }

    /** Returns the units that take a type, give a type, or belong to a program. */
    @GET
    @Path("units")
    public List<UnitView> units(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("program") String program,
            @QueryParam("size") String size) {
        return catalogue.units(
                new UnitFilter(
                        Optional.ofNullable(from).map(catalogue::resolveType),
                        Optional.ofNullable(to).map(catalogue::resolveType),
                        Optional.ofNullable(program).map(this::known),
                        PlanValues.size(size)));
    }

    private String known(String program) {
        return program(program).program().id();
    }

    /** Returns what was learned of units. */
    @GET
    @Path("statistics/units")
    public List<UnitStatisticsView> statistics() {
        return catalogue.statistics();
    }

    /** Returns every program. */
    @GET
    @Path("programs")
    public List<ProgramView> programs() {
        return catalogue.programs();
    }

    /** Answers a query on programs and their units. */
    @GET
    @Path("query")
    public QueryResult query(@QueryParam("q") String query) {
        return catalogue.query(PlanValues.required("q", query));
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
