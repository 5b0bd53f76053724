package org.proteus.foundation.server;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;

/** Says what a service is and where its faces are. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class IndexResource {

    private final Map<String, String> index;

    /** Creates the index of a service of that name, whose faces are where they always are. */
    public IndexResource(String service) {
        index =
                new TreeMap<>(
                        Map.of(
                                "service", service,
                                "rest", "/api/v1",
                                "openapi", "/api/v1/openapi.json",
                                "soap", "/soap",
                                "live", "/health/live",
                                "ready", "/health/ready"));
    }

    /** Returns the addresses of the service's faces, relative to this one. */
    @GET
    public Map<String, String> index() {
        return index;
    }
}
