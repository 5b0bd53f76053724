package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.server.RunningServer.json;
import static org.proteus.coordinator.server.RunningServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.net.WireJson;

/** The events of jobs as clients read them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTest {

    private static final String RUNNING =
            """
            {"from":{"uri":"ftp://host/scans/"},"to":"png","into":{"uri":"file:///data/out/"}}\
            """;

    private RunningServer server;

    @BeforeAll
    void start() {
        server = new RunningServer();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** An event as it came. */
    record Event(String name, Optional<Integer> id, JsonNode data) {}

    /** Reads a stream event by event. */
    static final class Events implements AutoCloseable {

        private final Stream<String> stream;
        private final Iterator<String> lines;

        Events(RunningServer server, String job, String... headers) throws Exception {
            HttpRequest.Builder request = server.at("/api/v1/jobs/" + job + "/events");
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            HttpResponse<Stream<String>> answer =
                    server.client().send(request.build(), BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            stream = answer.body();
            lines = stream.iterator();
        }

        /** Returns the next event; empty at the end. */
        Optional<Event> next() throws Exception {
            String name = "";
            Optional<Integer> id = Optional.empty();
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    id = Optional.of(Integer.valueOf(line.substring("id: ".length())));
                } else if (line.startsWith("data: ")) {
                    JsonNode data = WireJson.mapper().readTree(line.substring("data: ".length()));
                    return Optional.of(new Event(name, id, data));
                }
            }
            return Optional.empty();
        }

        List<Event> rest() throws Exception {
            List<Event> rest = new ArrayList<>();
            for (Optional<Event> event = next(); event.isPresent(); event = next()) {
                rest.add(event.get());
            }
            return rest;
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private String running() throws Exception {
        return json(server.post("/api/v1/jobs", RUNNING), 201).get("id").asText();
    }

    @Test
    void tellWhatIsAndWhatChangesUntilTheEnd() throws Exception {
        String job = running();
        try (Events events = new Events(server, job)) {
            Event decision = events.next().orElseThrow();
            assertThat(decision.name()).isEqualTo("decision");
            assertThat(decision.id()).hasValue(1);
            assertThat(decision.data().get("wanted").asInt()).isEqualTo(2);
            Event first = events.next().orElseThrow();
            assertThat(first.name()).isEqualTo("job");
            assertThat(first.id()).isEmpty();
            assertThat(first.data().get("state").asText()).isEqualTo("RUNNING");

            json(server.post("/api/v1/jobs/" + job + "/pause", "{}"), 200);
            assertThat(events.next().orElseThrow().data().get("state").asText())
                    .isEqualTo("PAUSED");
            json(server.post("/api/v1/jobs/" + job + "/cancel", "{}"), 200);
            List<Event> rest = events.rest();
            assertThat(rest).hasSize(1);
            assertThat(rest.getFirst().data().get("state").asText()).isEqualTo("ENDED");
        }
    }

    @Test
    void goOnAfterTheLastDecisionThatCame() throws Exception {
        String job = running();
        json(server.post("/api/v1/jobs/" + job + "/cancel", "{}"), 200);
        try (Events events = new Events(server, job, "Last-Event-ID", "1")) {
            assertThat(events.rest()).extracting(Event::name).containsExactly("job");
        }
        problem(
                server.send(
                        server.at("/api/v1/jobs/" + job + "/events").header("Last-Event-ID", "x")),
                400,
                ErrorCode.BAD_REQUEST);
        problem(server.get("/api/v1/jobs/none/events"), 404, ErrorCode.NOT_FOUND);
    }

    @Test
    void endWhenTheClientIsGone() throws Exception {
        String job = running();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.getOutputStream()
                    .write(
                            ("GET /api/v1/jobs/"
                                            + job
                                            + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            readUntil(socket.getInputStream(), "event: job");
        }
        int[] seen = {-1};
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> seen[0] == (seen[0] = server.fake.jobs.awaited.get()));
    }

    private static void readUntil(InputStream in, String text) throws Exception {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = in.read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
    }

    @Test
    void endWhenTheServiceStops() throws Exception {
        try (RunningServer own = new RunningServer()) {
            String job = json(own.post("/api/v1/jobs", RUNNING), 201).get("id").asText();
            try (Events events = new Events(own, job)) {
                events.next();
                events.next();
                own.stop();
                assertThat(events.rest()).isEmpty();
            }
        }
    }
}
