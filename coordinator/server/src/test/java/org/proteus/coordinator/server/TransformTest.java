package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.server.RunningServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;

class TransformTest {

    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder put(String query, String body) {
        return server.at("/api/v1/transform" + query).PUT(BodyPublishers.ofString(body));
    }

    @Test
    void transformsTheBody() throws Exception {
        HttpResponse<String> answer =
                server.send(
                        put("?to=text/html&option.width=640&name=a.txt", "hello")
                                .header("Content-Type", "text/plain; charset=utf-8"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("HELLO");
        assertThat(answer.headers().firstValue("Content-Type").map(ContentType::parse))
                .hasValue(ShoutProgram.UPPER);
        assertThat(answer.headers().firstValue("Proteus-Plan")).hasValue("shout/text");
        assertThat(answer.headers().firstValue("Repr-Digest")).isPresent();
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("filename=\"a.");
        var seen = server.fake.instant.lastRequest;
        assertThat(seen.name()).isEqualTo("a.txt");
        assertThat(seen.type()).hasValue(ContentType.parse("text/plain; charset=utf-8"));
        assertThat(seen.target()).isEqualTo("text/html");
        assertThat(seen.options()).isEqualTo(Map.of("width", "640"));
    }

    @Test
    void takesPostAndANameInTheAddress() throws Exception {
        assertThat(
                        server.send(
                                        server.at("/api/v1/transform?to=text/html")
                                                .POST(BodyPublishers.ofString("post")))
                                .body())
                .isEqualTo("POST");
        assertThat(server.send(put("/my%20photo.tiff?to=text/html", "put")).body())
                .isEqualTo("PUT");
        assertThat(server.fake.instant.lastRequest.name()).isEqualTo("my photo.tiff");
        assertThat(server.send(put("/?to=text/html", "slash")).body()).isEqualTo("SLASH");
    }

    @Test
    void takesNoTypeFromClientsThatWereNotTold() throws Exception {
        server.send(
                put("?to=text/html", "a")
                        .header("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(server.fake.instant.lastRequest.type()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "?to=text/html, broken, 422, BROKEN_OBJECT",
        "?to=text/html, defect, 500, INTERNAL",
        "?to=text/html, '', 400, BAD_REQUEST",
        "'', a, 400, BAD_REQUEST",
        "?to=, a, 400, BAD_REQUEST",
        "?to=zzz, a, 400, UNKNOWN_TYPE",
        "?to=png&width=640, a, 400, BAD_REQUEST",
        "?to=png&to=gif, a, 400, BAD_REQUEST"
    })
    void saysWhyNot(String query, String body, int status, ErrorCode code) throws Exception {
        problem(server.send(put(query, body)), status, code);
    }

    @Test
    void saysHowAnOptionIsWritten() throws Exception {
        JsonNode problem =
                problem(server.send(put("?to=png&width=640", "a")), 400, ErrorCode.BAD_REQUEST);
        assertThat(problem.get("action").asText()).contains("option.width");
    }

    @Test
    void refusesAWrongContentTypeHeader() throws Exception {
        problem(
                server.send(put("?to=text/html", "a").header("Content-Type", "nonsense")),
                400,
                ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesTooMuchOfKnownAndUnknownLength() throws Exception {
        byte[] large = new byte[RunningServer.MAX_OBJECT + 1];
        problem(large(BodyPublishers.ofByteArray(large)), 413, ErrorCode.TOO_LARGE);
        problem(
                large(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                413,
                ErrorCode.TOO_LARGE);
    }

    private HttpResponse<String> large(BodyPublisher body) throws Exception {
        return server.send(server.at("/api/v1/transform?to=text/html").PUT(body));
    }

    @Test
    void asksToComeAgainWhenFull() throws Exception {
        server.fake.instant.places.drainPermits();
        HttpResponse<String> answer = server.send(put("?to=text/html", "a"));
        problem(answer, 429, ErrorCode.BUSY);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void asksToComeAgainWhenItHoldsEnough() throws Exception {
        try (RunningServer small = new RunningServer(RunningServer.MAX_OBJECT)) {
            var first =
                    small.client()
                            .sendAsync(
                                    small.at("/api/v1/transform?to=text/html")
                                            .PUT(BodyPublishers.ofString("block"))
                                            .build(),
                                    BodyHandlers.ofString());
            assertThat(small.fake.instant.blocked.await(20, TimeUnit.SECONDS)).isTrue();
            byte[] rest = new byte[RunningServer.MAX_OBJECT - 2];
            HttpResponse<String> full =
                    small.send(
                            small.at("/api/v1/transform?to=text/html")
                                    .PUT(BodyPublishers.ofByteArray(rest)));
            problem(full, 429, ErrorCode.BUSY);
            assertThat(full.headers().firstValue("Retry-After")).isPresent();
            assertThat(first.isDone()).isFalse();
        }
    }

    @Test
    void dropsTheTaskOfAClientThatHangsUp() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            String request =
                    "PUT /api/v1/transform?to=text/html HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Length: 5\r\n\r\nblock";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(server.fake.instant.blocked.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(server.fake.instant.dropped.getCount()).isEqualTo(1);
        }
        assertThat(server.fake.instant.dropped.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
