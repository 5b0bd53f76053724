package org.proteus.coordinator.server.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.server.WaitingClient;

/** What happens to a job, as server-sent events. */
@Path("/api/v1/jobs/{job}/events")
@Produces(EventsResource.EVENTS)
public final class EventsResource {

    static final String EVENTS = "text/event-stream";

    private final Jobs jobs;

    /** Creates the resource over the coordinator's jobs. */
    public EventsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Sends events until the job has ended. They go to the connection itself, because what Jersey
     * writes waits until there are eight kilobytes of it.
     */
    @GET
    public void follow(
            @PathParam("job") String job,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response)
            throws IOException {
        long seen = seen(lastEventId);
        jobs.show(job);
        response.setContentType(EVENTS);
        EventWriter events = new EventWriter(response.getOutputStream());
        new JobEvents(jobs, job, seen, events).follow(WaitingClient.of(request));
    }

    private static long seen(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        if (!lastEventId.matches("\\d{1,9}")) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the header Last-Event-ID is not the id of an event",
                    "Send the last id that came, or leave it out");
        }
        return Long.parseLong(lastEventId);
    }
}
