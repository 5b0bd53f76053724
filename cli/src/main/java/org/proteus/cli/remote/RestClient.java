package org.proteus.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.net.WireJson;

/**
 * Speaks JSON with a server's {@code /api/v1}; problem documents become {@link ProteusException}s.
 * Thread-safe.
 */
final class RestClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(90);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

    RestClient(URI server) {
        String text = server.toString();
        this.base = URI.create((text.endsWith("/") ? text : text + "/") + "api/v1/");
    }

    /** Joins parts to a path below the API, each part encoded. */
    static String path(String... parts) {
        return Arrays.stream(parts).map(RestClient::encode).collect(Collectors.joining("/"));
    }

    /** Returns a query with the parameters that have a value. */
    static String query(Map<String, String> parameters) {
        String query =
                parameters.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    <T> T get(String path, TypeReference<T> type) {
        return read(send(request(path).GET()), type);
    }

    byte[] bytes(String path) {
        return send(request(path).GET());
    }

    <T> T post(String path, Object body, TypeReference<T> type) {
        return read(send(posting(path, body)), type);
    }

    /**
     * Posts what must happen once: when the connection breaks it is sent again, and by its key the
     * server knows whether it was heard before.
     */
    <T> T postOnce(String path, Object body, String key, TypeReference<T> type) {
        HttpRequest.Builder request =
                posting(path, body).header("Idempotency-Key", '"' + key + '"');
        return read(Repeated.call(() -> send(request)), type);
    }

    private HttpRequest.Builder posting(String path, Object body) {
        HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.ofByteArray(json(body));
        return request(path).header("Content-Type", "application/json").POST(publisher);
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    /** Sends a request with the header Authorization. */
    byte[] send(HttpRequest.Builder request, String authorization) {
        return send(request.header("Authorization", authorization));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
    }

    /** Opens an answer that may be long. */
    InputStream open(String path) {
        return ask(request(path).GET());
    }

    private byte[] send(HttpRequest.Builder request) {
        try (InputStream body = ask(request)) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new ProteusException(unreachable(), e);
        }
    }

    private InputStream ask(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() < 300) {
                return response.body();
            }
            try (InputStream body = response.body()) {
                throw new ProteusException(problem(response.statusCode(), body.readAllBytes()));
            }
        } catch (IOException e) {
            throw new ProteusException(unreachable(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProteusException(Problem.of(ErrorCode.CANCELLED, "interrupted"), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private Problem unreachable() {
        return new Problem(
                ErrorCode.UNAVAILABLE,
                "the server at " + base.getScheme() + "://" + base.getAuthority() + " is not there",
                "check --server, or start one with: proteus serve");
    }

    private static Problem problem(int status, byte[] content) {
        try {
            JsonNode document = WireJson.mapper().readTree(content);
            return new Problem(
                    ErrorCode.valueOf(document.path("code").asText()),
                    document.path("detail").asText(),
                    document.path("action").asText(""));
        } catch (IOException | IllegalArgumentException e) {
            return Problem.of(ErrorCode.UNAVAILABLE, "the server answered with status " + status);
        }
    }

    static <T> T read(byte[] content, TypeReference<T> type) {
        try {
            return WireJson.mapper().readValue(content, type);
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "the server's answer cannot be read",
                            "use the same version of Proteus on both sides"),
                    e);
        }
    }

    private static byte[] json(Object body) {
        try {
            return WireJson.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("request has no JSON form", e);
        }
    }

    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
