package org.proteus.coordinator.server.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.foundation.model.job.WorkerView;
import org.proteus.foundation.server.access.OperatorsOnly;

/** The live workers, and the orders of operators to them. */
@Path("/api/v1/workers")
@Produces(MediaType.APPLICATION_JSON)
public final class WorkersResource {

    private final Jobs jobs;
    private final WorkerOrders orders;

    /** Creates the resource over the coordinator's jobs and what orders workers about. */
    public WorkersResource(Jobs jobs, WorkerOrders orders) {
        this.jobs = jobs;
        this.orders = orders;
    }

    /** Returns the live workers. */
    @GET
    public List<WorkerView> list() {
        return jobs.workers();
    }

    /** Lets a worker finish what it has and end. */
    @POST
    @Path("{worker}/drain")
    @OperatorsOnly
    public void drain(@PathParam("worker") String worker) {
        orders.drain(worker);
    }

    /** Stops the programs of a worker where they are. */
    @POST
    @Path("{worker}/suspend")
    @OperatorsOnly
    public void suspend(@PathParam("worker") String worker) {
        orders.suspend(worker);
    }

    /** Lets a suspended worker go on. */
    @POST
    @Path("{worker}/resume")
    @OperatorsOnly
    public void resume(@PathParam("worker") String worker) {
        orders.resume(worker);
    }
}
