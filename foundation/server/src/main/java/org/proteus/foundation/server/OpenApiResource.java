package org.proteus.foundation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;

/** The description of the REST interface, in OpenAPI 3.1; each room describes its own part. */
@Path("/api/v1")
public final class OpenApiResource {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final ObjectNode document = YAML.createObjectNode();

    /**
     * Reads the parts of a description; what several of them say, the first says.
     *
     * @param parts YAML documents
     */
    public OpenApiResource(List<URL> parts) {
        try {
            for (URL part : parts) {
                try (InputStream text = part.openStream()) {
                    addTo(document, YAML.readTree(text));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void addTo(ObjectNode whole, JsonNode part) {
        part.properties()
                .forEach(entry -> {
                    JsonNode known = whole.get(entry.getKey());
                    if (known == null) {
                        whole.set(entry.getKey(), entry.getValue());
                    } else if (known instanceof ObjectNode object && entry.getValue().isObject()) {
                        addTo(object, entry.getValue());
                    }
                });
    }

    /** Returns it as JSON. */
    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonNode json() {
        return document;
    }

    /** Returns it as YAML. */
    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    public byte[] yaml() throws IOException {
        return YAML.writeValueAsBytes(document);
    }
}
