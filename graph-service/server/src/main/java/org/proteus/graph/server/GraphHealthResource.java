package org.proteus.graph.server;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.graph.Catalogue;

/** Whether the service is alive, and what it plans with. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class GraphHealthResource {

    private final Catalogue catalogue;
    private final Supplier<List<Problem>> problems;

    GraphHealthResource(Catalogue catalogue, Supplier<List<Problem>> problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** Says that the process answers. */
    @GET
    @Path("live")
    public Map<String, Object> live() {
        return Map.of("status", "UP");
    }

    /** Says how many programs and units there are, and which documents are broken. */
    @GET
    @Path("ready")
    public Map<String, Object> ready() {
        List<ProgramView> programs = catalogue.programs();
        int units = programs.stream().mapToInt(view -> view.program().units().size()).sum();
        return Map.of(
                "status",
                "UP",
                "programs",
                programs.size(),
                "units",
                units,
                "brokenDocuments",
                problems.get());
    }
}
