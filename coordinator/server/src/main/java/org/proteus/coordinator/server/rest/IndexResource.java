package org.proteus.coordinator.server.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;

/** Says where everything is. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class IndexResource {

    /** Returns the addresses of the service's faces, relative to this one. */
    @GET
    public Map<String, String> index() {
        return new TreeMap<>(
                Map.of(
                        "service", "Proteus",
                        "rest", "/api/v1",
                        "openapi", "/api/v1/openapi.json",
                        "soap", "/soap",
                        "live", "/health/live",
                        "ready", "/health/ready"));
    }
}
