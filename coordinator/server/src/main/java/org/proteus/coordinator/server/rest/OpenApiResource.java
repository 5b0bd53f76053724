package org.proteus.coordinator.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the REST interface, in OpenAPI 3.1. */
@Path("/api/v1")
public final class OpenApiResource {

    /** Returns it as JSON. */
    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonNode json() throws IOException {
        return new YAMLMapper().readTree(document());
    }

    /** Returns it as it is written. */
    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    public byte[] yaml() {
        return document();
    }

    static byte[] document() {
        try (InputStream document = OpenApiResource.class.getResourceAsStream("openapi.yaml")) {
            return document.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
