package org.proteus.graph.server.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.server.QueryPrefix;
import org.proteus.foundation.server.access.OperatorsOnly;
import org.proteus.graph.Catalogue;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.publish.NamedPath;
import org.proteus.graph.publish.ProgramVersion;
import org.proteus.graph.publish.Publishing;

/** Publishes and withdraws programs, and shows every version of them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class PublishingResource {

    private final Publishing publishing;
    private final Catalogue catalogue;

    /** Creates the resource over what publishes, and what plans the paths to be named. */
    public PublishingResource(Publishing publishing, Catalogue catalogue) {
        this.publishing = publishing;
        this.catalogue = catalogue;
    }

    /** Publishes a document, or an earlier version of it again. */
    @PUT
    @Path("programs/{program}")
    @Consumes(MediaType.WILDCARD)
    @OperatorsOnly
    public Response publish(
            @PathParam("program") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            InputStream body)
            throws IOException {
        ProgramVersion version =
                publishing.publish(
                        PublishedDocument.read(body, id),
                        id,
                        PublishedDocument.expected(ifMatch, ifNoneMatch));
        return Response.ok(version).header(HttpHeaders.ETAG, tag(version.version())).build();
    }

    /** Withdraws a program; its versions are kept. */
    @DELETE
    @Path("programs/{program}")
    @OperatorsOnly
    public void withdraw(
            @PathParam("program") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        publishing.withdraw(id, PublishedDocument.expected(ifMatch, null));
    }

    /** Returns every version of a program, the first published first. */
    @GET
    @Path("programs/{program}/versions")
    public List<ProgramVersion> versions(@PathParam("program") String id) {
        return publishing.versions(id);
    }

    /** Returns a document as it was published; never shown by a browser as a page of ours. */
    @GET
    @Path("programs/{program}/document")
    @Produces(MediaType.APPLICATION_XML)
    public Response document(
            @PathParam("program") String id, @QueryParam("version") String version) {
        Bytes document = publishing.document(id, Optional.ofNullable(version));
        return Response.ok(document.array(), MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .build();
    }

    /** Publishes a name for the plan from one type to another. */
    @POST
    @Path("plans/publish")
    @QueryPrefix(PlanValues.OPTION)
    @OperatorsOnly
    public NamedPath publishPath(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @BeanParam PlanRulesQuery rules,
            @Context UriInfo uri) {
        PlanObject object = PlanObject.of(catalogue.resolveType(PlanValues.required("from", from)));
        PlanGoal goal =
                new PlanGoal(
                        catalogue.resolveType(PlanValues.required("to", to)),
                        PlanValues.options(uri),
                        rules.rules());
        return publishing.publishPath(catalogue.plan(object, goal, 0).chosen());
    }

    private static String tag(String version) {
        return '"' + version + '"';
    }
}
