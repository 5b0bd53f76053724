package org.proteus.coordinator.server.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.WorkerView;

/** Whether the service is alive, and whether it can do its work. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private final Jobs jobs;

    /** Creates the resource over the coordinator's jobs. */
    public HealthResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Says that the process answers. */
    @GET
    @Path("live")
    public Map<String, Object> live() {
        return Map.of("status", "UP");
    }

    /** Says whether the database answers, and how many workers there are. */
    @GET
    @Path("ready")
    public Map<String, Object> ready() {
        List<WorkerView> workers = ask();
        long draining = workers.stream().filter(WorkerView::draining).count();
        int slots = workers.stream().mapToInt(WorkerView::slots).sum();
        return Map.of(
                "status",
                "UP",
                "workers",
                workers.size(),
                "drainingWorkers",
                draining,
                "slots",
                slots);
    }

    /** Listing a job reads the database, whatever answers from memory. */
    private List<WorkerView> ask() {
        try {
            jobs.list(Optional.empty(), 1);
            return jobs.workers();
        } catch (RuntimeException failed) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "the database does not answer",
                            "Look in the server's log"),
                    failed);
        }
    }
}
