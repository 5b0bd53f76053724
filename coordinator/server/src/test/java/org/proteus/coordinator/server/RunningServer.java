package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.net.WireJson;
import org.proteus.foundation.server.HttpSettings;
import org.proteus.foundation.server.access.AccessToken;

/** A server on a free port over a coordinator in memory, and a client for it. */
final class RunningServer implements AutoCloseable {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String OPERATOR = "fedcba9876543210fedcba9876543210";
    static final int MAX_OBJECT = 100_000;
    static final int MAX_JSON = 200_000;

    final FakeCoordinator fake;

    private final HttpClient client = HttpClient.newHttpClient();
    private final CoordinatorServer server;

    RunningServer() {
        this(2L * MAX_OBJECT);
    }

    RunningServer(long maxHeld) {
        this(new FakeCoordinator(), maxHeld);
    }

    /** Runs over services of the caller. */
    RunningServer(Services services) {
        this(new FakeCoordinator(), services, 2L * MAX_OBJECT);
    }

    private RunningServer(FakeCoordinator fake, long maxHeld) {
        this(fake, fake.services(), maxHeld);
    }

    private RunningServer(FakeCoordinator fake, Services services, long maxHeld) {
        this.fake = fake;
        HttpSettings http = HttpSettings.on(HttpSettings.LOOPBACK, 0);
        server =
                CoordinatorServer.start(
                        new ServerSettings(http, MAX_JSON, MAX_OBJECT, maxHeld),
                        services,
                        AccessToken.of(AccessToken.Role.WORKER, TOKEN),
                        AccessToken.of(AccessToken.Role.OPERATOR, OPERATOR));
    }

    URI uri() {
        return server.uri();
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(uri().resolve(path)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(at(path));
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return send(
                at(path).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        assertThat(response.body()).doesNotContain("\tat ", "at org.", "at java.", "Exception");
        return response;
    }

    HttpClient client() {
        return client;
    }

    static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return WireJson.mapper().readTree(response.body());
    }

    static JsonNode problem(HttpResponse<String> response, int status, ErrorCode code)
            throws IOException {
        JsonNode problem = json(response, status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(problem.get("code").asText()).isEqualTo(code.name());
        assertThat(problem.get("detail").asText()).isNotBlank();
        return problem;
    }

    /** Stops the server; the client stays. */
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        stop();
        client.close();
    }
}
