package org.proteus.coordinator.jclouds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for OpenStack's keystone and nova, for faults that a real one does not have on call.
 */
final class NovaStand extends ProviderStand {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> servers = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile String firstStatus = "ACTIVE";

    /** Lets servers have this status after they were made, {@code BUILD} for slow boots. */
    void begin(String status) {
        firstStatus = status;
    }

    /** Makes a server of somebody else in the same project. */
    void foreign() {
        ObjectNode server = server("somebody-s", "ACTIVE");
        server.putObject("metadata").put("proteus-installation", "another");
        servers.put(server.path("id").asText(), server);
    }

    long alive() {
        return servers.size();
    }

    /** Answers an operation with an error of OpenStack until all is healed. */
    void fail(String operation, int status, String kind, String message) {
        String body =
                "{\"%s\": {\"message\": \"%s\", \"code\": %d}}".formatted(kind, message, status);
        fail(operation, response(status, "application/json", body));
    }

    /** Returns method and kind of resource, such as {@code POST servers}. */
    @Override
    String operation(Request request) {
        String[] path = request.getUrl().split("[/?]", -1);
        return request.getMethod() + " " + (path.length > 2 ? path[2] : "");
    }

    @Override
    ResponseDefinition answer(String operation, Request request) {
        return switch (operation) {
            case "POST auth" -> token();
            case "GET flavors" ->
                    json(
                            200,
                            """
                            {"flavors": [
                              {"id": "0", "name": "alike", "ram": 1024, "disk": 1, "vcpus": 1,
                                "links": []},
                              {"id": "1", "name": "worker", "ram": 1024, "disk": 1, "vcpus": 1,
                                "links": []},
                              {"id": "2", "name": "twin", "ram": 1024, "disk": 1, "vcpus": 1,
                                "links": []}]}
                            """);
            case "GET images" ->
                    json(
                            200,
                            """
                            {"images": [{"id": "image-1", "name": "debian-12", "status": "ACTIVE",
                              "created": "2026-11-27T12:00:00Z", "updated": "2026-11-27T12:00:00Z",
                              "minDisk": 0, "minRam": 0, "progress": 100, "metadata": {},
                              "links": []}]}
                            """);
            case "POST servers" -> create(request);
            case "GET servers" -> show(request);
            case "DELETE servers" -> delete(request);
            case "GET extensions" -> json(200, "{\"extensions\": []}");
            default -> json(404, "{\"itemNotFound\": {\"message\": \"none\", \"code\": 404}}");
        };
    }

    private ResponseDefinition token() {
        ObjectNode token = JSON.createObjectNode();
        token.put("expires_at", "2099-01-01T00:00:00.000000Z");
        token.put("issued_at", "2026-01-01T00:00:00.000000Z");
        token.putArray("methods").add("password");
        token.putObject("user").put("id", "u").put("name", "pool");
        ArrayNode endpoints =
                token.putArray("catalog")
                        .addObject()
                        .put("type", "compute")
                        .put("id", "c")
                        .put("name", "nova")
                        .putArray("endpoints");
        endpoints
                .addObject()
                .put("id", "e")
                .put("interface", "public")
                .put("region", "RegionOne")
                .put("region_id", "RegionOne")
                .put("url", endpoint() + "/v2.1");
        ResponseDefinition answer =
                json(201, JSON.createObjectNode().set("token", token).toString());
        return ResponseDefinitionBuilder.like(answer)
                .withHeader("X-Subject-Token", "a-token")
                .build();
    }

    private ResponseDefinition create(Request request) {
        JsonNode wanted = read(request).path("server");
        if (!wanted.path("flavorRef").asText().equals("1")) {
            return json(400, "{\"badRequest\": {\"message\": \"not the flavor\", \"code\": 400}}");
        }
        ObjectNode server = server(wanted.path("name").asText(), firstStatus);
        server.set("metadata", wanted.path("metadata"));
        String id = server.path("id").asText();
        servers.put(id, server);
        return json(
                202,
                "{\"server\": {\"id\": \"%s\", \"adminPass\": \"x\", \"links\": []}}"
                        .formatted(id));
    }

    private ObjectNode server(String name, String status) {
        ObjectNode server = JSON.createObjectNode();
        server.put("id", "server-" + number.incrementAndGet()).put("name", name);
        server.put("status", status).put("hostId", "").put("tenant_id", "p").put("user_id", "u");
        server.put("created", "2026-11-27T12:00:00Z").put("updated", "2026-11-27T12:00:00Z");
        server.putObject("image").put("id", "image-1").putArray("links");
        server.putObject("flavor").put("id", "1").putArray("links");
        server.putObject("addresses");
        server.putArray("links");
        return server;
    }

    private ResponseDefinition show(Request request) {
        String last = lastPart(request);
        if (!last.equals("detail") && !last.equals("servers")) {
            ObjectNode one = servers.get(last);
            return one == null
                    ? json(404, "{\"itemNotFound\": {\"message\": \"gone\", \"code\": 404}}")
                    : json(200, JSON.createObjectNode().set("server", one).toString());
        }
        ArrayNode all = JSON.createArrayNode();
        servers.values().forEach(all::add);
        return json(200, JSON.createObjectNode().set("servers", all).toString());
    }

    private ResponseDefinition delete(Request request) {
        return servers.remove(lastPart(request)) == null
                ? json(404, "{\"itemNotFound\": {\"message\": \"gone\", \"code\": 404}}")
                : response(204, "application/json", "");
    }

    private static String lastPart(Request request) {
        String path = request.getUrl().replaceAll("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static ResponseDefinition json(int status, String body) {
        return response(status, "application/json", body);
    }

    private static JsonNode read(Request request) {
        try {
            return JSON.readTree(request.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
