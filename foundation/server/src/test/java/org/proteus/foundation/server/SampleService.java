package org.proteus.foundation.server;

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
import java.util.Set;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.net.WireJson;

/** A service on a free port with the sample endpoints, and a client for it. */
final class SampleService implements AutoCloseable {

    static final int BODY_LIMIT = 100_000;

    private static final Duration LONG = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpService service;

    /** The first request loads classes, which on a slow machine is a long silence too. */
    SampleService() throws Exception {
        service = HttpService.on(settings(0)).rest(new SampleEndpoints()).maxJson(10_000).start();
        assertThat(send(echo("{\"task\":\"a\",\"token\":1}")).statusCode()).isEqualTo(200);
    }

    static HttpSettings settings(int port) {
        return settings(port, LONG);
    }

    static HttpSettings settings(int port, Duration idleTimeout) {
        return new HttpSettings(
                "127.0.0.1",
                port,
                Set.of("proteus.example"),
                BODY_LIMIT,
                8192,
                100,
                idleTimeout,
                Duration.ofSeconds(5));
    }

    URI uri() {
        return service.uri();
    }

    HttpClient client() {
        return client;
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(service.uri().resolve(path));
    }

    HttpRequest.Builder echo(String json) {
        return at("/sample/echo")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Returns the problem that a response is, which gives nothing inside away. */
    static JsonNode problem(HttpResponse<String> response, int status, ErrorCode code)
            throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = WireJson.mapper().readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code.name());
        assertThat(problem.get("type").asText()).isEqualTo("urn:proteus:problem:" + code.slug());
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("instance").asText())
                .endsWith(response.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(response.body()).doesNotContain("at org.", "Exception", "jetty", "jersey");
        return problem;
    }

    @Override
    public void close() {
        service.close();
        client.close();
    }
}
