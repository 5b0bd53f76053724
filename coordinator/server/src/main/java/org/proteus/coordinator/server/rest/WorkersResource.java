package org.proteus.coordinator.server.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.job.WorkerView;

/** The live workers. */
@Path("/api/v1/workers")
@Produces(MediaType.APPLICATION_JSON)
public final class WorkersResource {

    private final Jobs jobs;

    /** Creates the resource over the coordinator's jobs. */
    public WorkersResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Returns the live workers. */
    @GET
    public List<WorkerView> list() {
        return jobs.workers();
    }
}
