package org.proteus.coordinator.server.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.program.Plan;

/** The elements of a job. */
@Path("/api/v1/jobs/{job}/elements")
@Produces(MediaType.APPLICATION_JSON)
public final class ElementsResource {

    private final Jobs jobs;

    /** Creates the resource over the coordinator's jobs. */
    public ElementsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Returns elements in listing order. */
    @GET
    public Page<ElementView> list(
            @PathParam("job") String job,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        return jobs.elements(
                job,
                QueryValues.state(state),
                Optional.ofNullable(cursor),
                QueryValues.limit(limit));
    }

    /** Returns one element. */
    @GET
    @Path("{seq}")
    public ElementView show(@PathParam("job") String job, @PathParam("seq") String seq) {
        return jobs.element(job, number(seq));
    }

    /** Returns the result of an element whose sink is the coordinator. */
    @GET
    @Path("{seq}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("job") String job, @PathParam("seq") String seq) {
        Bytes content = jobs.result(job, number(seq));
        ElementView element = jobs.element(job, number(seq));
        return Download.of(element.name(), typeOf(element), content)
                .header(Download.DIGEST, Download.digest(element.resultChecksum()))
                .build();
    }

    private static ContentType typeOf(ElementView element) {
        return element.plan()
                .filter(plan -> !plan.isPassThrough())
                .map(Plan::target)
                .or(element::typeFound)
                .orElse(ContentType.OCTET_STREAM);
    }

    private static long number(String seq) {
        try {
            return Long.parseLong(seq);
        } catch (NumberFormatException notANumber) {
            throw new ProteusException(
                    ErrorCode.NOT_FOUND,
                    "an element is named by its number in the job",
                    "List the elements of the job for their ids");
        }
    }
}
