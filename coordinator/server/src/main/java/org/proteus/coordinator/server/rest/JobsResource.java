package org.proteus.coordinator.server.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.report.Report;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.server.WaitingClient;
import org.proteus.graph.server.rest.PlanValues;

/** Jobs: submit, look, wait, pause, resume, cancel, retry, remove. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource {

    private final Jobs jobs;

    /** Creates the resource over the coordinator's jobs. */
    public JobsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Accepts a job, or continues the one that the same request began before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            @QueryParam("resume") String resume,
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey,
            JobRequest request) {
        boolean continues = PlanValues.flag("resume", resume);
        Optional<String> key = IdempotencyKey.of(idempotencyKey);
        JobView job = continues ? jobs.submitOrResume(request, key) : jobs.submit(request, key);
        return Response.created(URI.create("/api/v1/jobs/" + job.id())).entity(job).build();
    }

    /** Returns jobs, newest first. */
    @GET
    public Page<JobView> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return jobs.list(Optional.ofNullable(cursor), QueryValues.limit(limit));
    }

    /** Returns a job; with {@code wait} once it has ended or the time is over. */
    @GET
    @Path("{job}")
    public JobView show(
            @PathParam("job") String job,
            @QueryParam("wait") String wait,
            @Context HttpServletRequest request) {
        Optional<Duration> span = QueryValues.span(wait);
        return span.flatMap(most -> ended(job, most, WaitingClient.of(request)))
                .orElseGet(() -> jobs.show(job));
    }

    private Optional<JobView> ended(String job, Duration atMost, WaitingClient client) {
        return client.inSlices(
                atMost,
                slice ->
                        Optional.of(jobs.await(job, slice)).filter(view -> view.state().isFinal()));
    }

    /** Removes an ended job. */
    @DELETE
    @Path("{job}")
    public void remove(@PathParam("job") String job) {
        jobs.remove(job);
    }

    /** Stops a job. */
    @POST
    @Path("{job}/cancel")
    public JobView cancel(@PathParam("job") String job) {
        return jobs.cancel(job);
    }

    /** Lets nothing of a job begin any more. */
    @POST
    @Path("{job}/pause")
    public JobView pause(@PathParam("job") String job) {
        return jobs.pause(job);
    }

    /** Lets a paused job go on. */
    @POST
    @Path("{job}/resume")
    public JobView resume(@PathParam("job") String job) {
        return jobs.resume(job);
    }

    /** Lets what did not succeed run again. */
    @POST
    @Path("{job}/retry")
    public JobView retry(@PathParam("job") String job) {
        return jobs.retry(job);
    }

    /** Returns why the number of workers was changed. */
    @GET
    @Path("{job}/decisions")
    public List<Decision> decisions(
            @PathParam("job") String job, @QueryParam("after") String after) {
        return jobs.decisions(job, QueryValues.after(after));
    }

    /** Returns the course of the scaling, ready for a chart. */
    @GET
    @Path("{job}/scaling")
    public ScalingChart scaling(@PathParam("job") String job) {
        return jobs.scaling(job);
    }

    /** Returns the report: an element a line, the job itself last. */
    @GET
    @Path("{job}/report")
    @Produces("application/jsonl")
    public StreamingOutput report(@PathParam("job") String job) {
        jobs.show(job);
        return new Report(jobs, job)::writeTo;
    }
}
