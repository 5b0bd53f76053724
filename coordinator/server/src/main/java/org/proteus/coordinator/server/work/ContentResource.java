package org.proteus.coordinator.server.work;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.TaskKey;

/** Content that the coordinator holds for leased tasks, to and from workers. */
@Path("/work/v1/content")
@WorkersOnly
public final class ContentResource {

    private final WorkDesk desk;

    /** Creates the resource over an desk.exchange(caller). */
    public ContentResource(WorkDesk desk) {
        this.desk = desk;
    }

    /** Returns the object of a leased task. */
    @GET
    @Produces(MediaType.WILDCARD)
    public Response open(
            @Context ContainerRequestContext caller,
            @QueryParam("task") String task,
            @QueryParam("token") String token) {
        try {
            InputStream content = desk.exchange(caller).open(key(task, token));
            return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM).build();
        } catch (IOException refused) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.CONFLICT,
                            "the content of this task cannot be had with this lease",
                            "Drop the task"),
                    refused);
        }
    }

    /** Takes the result of a leased task. */
    @PUT
    @Consumes(MediaType.WILDCARD)
    public void put(
            @Context ContainerRequestContext caller,
            @QueryParam("task") String task,
            @QueryParam("token") String token,
            InputStream result) {
        try {
            desk.exchange(caller).put(key(task, token), result);
        } catch (IOException refused) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.CONFLICT,
                            "the result is too large, or the lease is no longer valid",
                            "Drop the task"),
                    refused);
        }
    }

    private static TaskKey key(String task, String token) {
        try {
            return new TaskKey(task, Long.parseLong(token));
        } catch (NumberFormatException | NullPointerException wrong) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "the query must name a task and the number of its lease",
                            "Write ?task=job/seq/n&token=7"),
                    wrong);
        }
    }
}
