package org.proteus.coordinator.server.work;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.PublishedPrograms;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.proteus.foundation.model.protocol.WorkerOffers;
import org.proteus.foundation.model.protocol.WorkerRegistration;
import org.proteus.foundation.server.WaitingClient;

/** The work queue over HTTP. */
@Path("/work/v1")
@WorkersOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class WorkResource {

    /** A worker asks again after this; what is silent for longer looks broken on the way. */
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private final WorkDesk desk;

    /** Creates the resource over a queue. */
    public WorkResource(WorkDesk desk) {
        this.desk = desk;
    }

    /**
     * A worker that ends.
     *
     * @param worker its id
     */
    public record Farewell(String worker) {}

    /** Announces a worker. */
    @POST
    @Path("register")
    public Registered register(
            @Context ContainerRequestContext caller, WorkerRegistration registration) {
        return desk.queue(caller).register(registration);
    }

    /** Returns the programs that users have published. */
    @POST
    @Path("programs")
    public PublishedPrograms programs(@Context ContainerRequestContext caller) {
        return desk.queue(caller).programs();
    }

    /** Replaces what a worker offers. */
    @POST
    @Path("offers")
    public void offer(@Context ContainerRequestContext caller, WorkerOffers offers) {
        desk.queue(caller).offer(offers);
    }

    /** Hands out tasks; waits for the first one. What a dead worker asked for is given back. */
    @POST
    @Path("leases")
    public List<Lease> lease(
            @Context HttpServletRequest request,
            @Context ContainerRequestContext caller,
            LeaseRequest wanted) {
        WorkQueue queue = desk.queue(caller);
        WaitingClient client = WaitingClient.of(request);
        Duration atMost =
                Duration.ofMillis(Math.clamp(wanted.waitMillis(), 0, LONGEST_WAIT_MILLIS));
        List<Lease> leases =
                client.inSlices(atMost, slice -> answer(queue, wanted, slice)).orElse(List.of());
        if (client.isGone() && !leases.isEmpty()) {
            queue.release(leases.stream().map(WorkResource::returned).toList());
        }
        return leases;
    }

    /** An empty answer before its time says that the worker shall drain, and is one. */
    private Optional<List<Lease>> answer(WorkQueue queue, LeaseRequest wanted, Duration slice)
            throws InterruptedException {
        long start = System.nanoTime();
        List<Lease> leases =
                queue.lease(new LeaseRequest(wanted.worker(), wanted.max(), slice.toMillis()));
        boolean early = System.nanoTime() - start < slice.dividedBy(2).toNanos();
        return leases.isEmpty() && !early ? Optional.empty() : Optional.of(leases);
    }

    private static Release returned(Lease lease) {
        Problem why = Problem.of(ErrorCode.CANCELLED, "the worker hung up before it had the task");
        return new Release(lease.key(), Release.Outcome.RETURNED, why, TaskRecord.EMPTY);
    }

    /** Chooses the steps for a leased object. */
    @POST
    @Path("plans")
    public PlanReply plan(@Context ContainerRequestContext caller, PlanRequest request) {
        return desk.queue(caller).plan(request);
    }

    /** Keeps leases alive. */
    @POST
    @Path("heartbeats")
    public HeartbeatReply heartbeat(@Context ContainerRequestContext caller, Heartbeat heartbeat) {
        return desk.queue(caller).heartbeat(heartbeat);
    }

    /** Makes prepared results the results of their tasks. */
    @POST
    @Path("commits")
    public List<CommitReply> commit(@Context ContainerRequestContext caller, List<Commit> commits) {
        return desk.queue(caller).commit(commits);
    }

    /** Reports results that stand under their final names. */
    @POST
    @Path("publications")
    public void published(@Context ContainerRequestContext caller, List<TaskKey> tasks) {
        desk.queue(caller).published(tasks);
    }

    /** Gives tasks back undone. */
    @POST
    @Path("releases")
    public void release(@Context ContainerRequestContext caller, List<Release> releases) {
        desk.queue(caller).release(releases);
    }

    /** Says that a worker ends. */
    @POST
    @Path("deregister")
    public void deregister(@Context ContainerRequestContext caller, Farewell farewell) {
        desk.queue(caller).deregister(farewell.worker());
    }
}
