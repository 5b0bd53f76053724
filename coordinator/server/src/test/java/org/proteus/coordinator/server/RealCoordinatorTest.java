package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.server.RunningServer.json;
import static org.proteus.coordinator.server.RunningServer.problem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.Coordinator;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.JobLimits;
import org.proteus.coordinator.learning.Learning;
import org.proteus.coordinator.node.JoinToken;
import org.proteus.coordinator.node.WorkerArchive;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.protocol.Joining;
import org.proteus.foundation.model.protocol.WorkerRegistration;
import org.proteus.foundation.net.WireJson;
import org.proteus.graph.Explanation;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.Planner;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.RunnablePrograms;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;

/** The faces over the coordinator itself, with a worker that pulls over HTTP. */
class RealCoordinatorTest {

    private static final String JOB =
            """
            {"from":{"uri":"inline:"},"to":"text/html","into":{"uri":"inline:"},
             "objects":[{"name":"a.txt","type":"text/plain","content":"b25l"},
                        {"name":"a.txt","type":"text/plain","content":"dHdv"}]}\
            """;

    private static final int MOST_JOBS = 5;

    @TempDir private Path folder;

    private Coordinator coordinator;
    private RunningServer server;

    /** Knows one way, from text to anything. */
    private static final class OneWay implements Planner {
        @Override
        public PlanAnswer plan(PlanQuestion question) {
            return new PlanAnswer.Found(
                    ShoutProgram.steps(question.object().type(), question.goal().target()));
        }

        @Override
        public List<ContentType> targets(ContentType source) {
            return List.of(ShoutProgram.UPPER);
        }

        @Override
        public List<ContentType> sources(ContentType target) {
            return List.of(ShoutProgram.TEXT);
        }

        @Override
        public Explanation why(PlanQuestion question, String name) {
            return new Explanation(name, true, "it is the only one", "", Optional.empty());
        }

        @Override
        public List<UnitView> units(UnitFilter filter, RunnablePrograms runnable) {
            return List.of();
        }
    }

    @BeforeEach
    void start() throws IOException {
        Path archive = Files.writeString(folder.resolve("worker.tar.gz"), "packed worker");
        coordinator =
                Coordinator.open(
                        CoordinatorSettings.service(folder)
                                .withJobs(JobLimits.DEFAULT.withRoom(MOST_JOBS, 1L << 20)),
                        new ProgramRegistry(List.of(ShoutProgram.program())),
                        new OneWay(),
                        DataHandlers.find(),
                        Learning.inDatabase(new LearnedStatistics()));
        server =
                new RunningServer(
                        new Services(
                                coordinator.jobs(),
                                coordinator.catalogue(),
                                coordinator.publishing(),
                                coordinator.workers(),
                                coordinator.measured(),
                                coordinator.instant(),
                                coordinator.queue(),
                                coordinator.exchange(),
                                coordinator.nodes(),
                                Optional.of(WorkerArchive.of(archive))));
    }

    @AfterEach
    void stop() {
        server.close();
        coordinator.close();
    }

    @Test
    void takesAJobFromRequestToReport() throws Exception {
        String job =
                "/api/v1/jobs/" + json(server.post("/api/v1/jobs", JOB), 201).get("id").asText();
        ShoutingWorker worker = new ShoutingWorker(server.uri(), "w1");
        worker.register();
        worker.workOnce();
        worker.workOnce();
        assertThat(json(server.get(job + "?wait=50s"), 200).get("state").asText())
                .isEqualTo("ENDED");
        assertThat(List.of(content(job, 1), content(job, 2)))
                .containsExactlyInAnyOrder("ONE", "TWO");
        assertThat(server.get(job + "/report").body().lines()).hasSize(3);
        assertThat(json(server.get("/api/v1/workers"), 200)).hasSize(1);
        assertThat(json(server.get("/health/ready"), 200).get("workers").asInt()).isEqualTo(1);
        problem(server.get(job + "/elements/9"), 404, ErrorCode.NOT_FOUND);
    }

    private String content(String job, int seq) throws Exception {
        return server.get(job + "/elements/" + seq + "/content").body();
    }

    @Test
    void theWorkerOfANodeJoinsOnceAndSpeaksForItselfAlone() throws Exception {
        JoinToken ticket = coordinator.nodes().order("cloud", Duration.ofHours(1));
        Joining joining = new Joining(ticket.node(), sha256("own token"));
        problem(work("join", "guessed", joining), 401, ErrorCode.UNAUTHORIZED);
        problem(work("register", "own token", node(ticket.node())), 401, ErrorCode.UNAUTHORIZED);

        assertThat(work("join", ticket.value(), joining).statusCode()).isEqualTo(204);
        assertThat(work("join", ticket.value(), joining).statusCode()).isEqualTo(204);
        Joining second = new Joining(ticket.node(), sha256("another token"));
        problem(work("join", ticket.value(), second), 401, ErrorCode.UNAUTHORIZED);
        json(work("register", "own token", node(ticket.node())), 200);
        problem(work("register", "own token", node("w1")), 401, ErrorCode.UNAUTHORIZED);
        problem(work("register", ticket.value(), node("w1")), 401, ErrorCode.UNAUTHORIZED);

        coordinator.nodes().remove(ticket.node());
        problem(work("register", "own token", node(ticket.node())), 401, ErrorCode.UNAUTHORIZED);
    }

    @Test
    void theArchiveIsForNodesThatShowTheirToken() throws Exception {
        JoinToken ticket = coordinator.nodes().order("cloud", Duration.ofHours(1));
        JoinToken other = coordinator.nodes().order("cloud", Duration.ofHours(1));
        String path = "/work/v1/archive?node=" + ticket.node();
        HttpResponse<String> archive = server.send(bearer(path, ticket.value()));
        assertThat(archive.body()).isEqualTo("packed worker");
        assertThat(archive.headers().firstValue("Content-Length")).hasValue("13");
        problem(server.send(server.at(path)), 401, ErrorCode.UNAUTHORIZED);
        problem(server.send(bearer(path, other.value())), 401, ErrorCode.UNAUTHORIZED);
        problem(
                server.send(bearer("/work/v1/archive", ticket.value())),
                401,
                ErrorCode.UNAUTHORIZED);
    }

    private HttpResponse<String> work(String name, String token, Object body) throws Exception {
        return server.send(
                bearer("/work/v1/" + name, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(WireJson.write(body))));
    }

    private HttpRequest.Builder bearer(String path, String token) {
        return server.at(path)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    private static WorkerRegistration node(String id) {
        return new WorkerRegistration(id, "cloud", "there", 1, "1", List.of(), List.of());
    }

    private static String sha256(String text) {
        return ShoutProgram.sha256(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesARequestThatComesAgainForTheSame() throws Exception {
        String first = json(submit("\"key 1\"", JOB), 201).get("id").asText();
        assertThat(json(submit("\"key 1\"", JOB), 201).get("id").asText()).isEqualTo(first);
        assertThat(json(submit("key-2", JOB), 201).get("id").asText()).isNotEqualTo(first);
        problem(submit("\"key 1\"", JOB.replace("b25l", "dHdv")), 409, ErrorCode.CONFLICT);
        problem(submit("\"\"", JOB), 400, ErrorCode.BAD_REQUEST);
    }

    private HttpResponse<String> submit(String key, String job) throws Exception {
        return server.send(
                server.at("/api/v1/jobs")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(job)));
    }

    @Test
    void saysWhenToComeAgainWhenThereIsNoRoom() throws Exception {
        for (int i = 0; i < MOST_JOBS; i++) {
            json(server.post("/api/v1/jobs", JOB), 201);
        }
        HttpResponse<String> answer = server.post("/api/v1/jobs", JOB);
        problem(answer, 429, ErrorCode.BUSY);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
    }

    @Test
    void tellsWhatHappensToAJob() throws Exception {
        String job = json(server.post("/api/v1/jobs", JOB), 201).get("id").asText();
        decide(job, "first");
        try (EventsTest.Events events = new EventsTest.Events(server, job)) {
            assertThat(events.next().orElseThrow().id()).hasValue(1);
            assertThat(events.next().orElseThrow().data().at("/counts/LISTED").asInt())
                    .isEqualTo(2);
            decide(job, "second");
            assertThat(events.next().orElseThrow().data().get("reason").asText())
                    .isEqualTo("second");
        }
        decide(job, "third");
        ShoutingWorker worker = new ShoutingWorker(server.uri(), "w1");
        worker.register();
        worker.workOnce();
        worker.workOnce();
        try (EventsTest.Events again = new EventsTest.Events(server, job, "Last-Event-ID", "1")) {
            List<EventsTest.Event> rest = again.rest();
            assertThat(rest)
                    .extracting(EventsTest.Event::id)
                    .containsSubsequence(Optional.of(2), Optional.of(3));
            assertThat(rest.getLast().data().get("state").asText()).isEqualTo("ENDED");
            assertThat(rest.getLast().data().at("/counts/DONE").asInt()).isEqualTo(2);
        }
        assertThat(json(server.get("/api/v1/jobs/" + job + "/decisions?after=2"), 200)).hasSize(1);
    }

    private void decide(String job, String reason) {
        coordinator
                .scaling()
                .record(job, Decision.unmeasured(Instant.EPOCH, "fixed", 1, 2, "objects", reason));
    }

    @Test
    void transformsWhileTheCallerWaits() throws Exception {
        ShoutingWorker worker = new ShoutingWorker(server.uri(), "w1");
        worker.register();
        var answer =
                server.client()
                        .sendAsync(
                                server.at("/api/v1/transform/a.txt?to=text/html")
                                        .PUT(BodyPublishers.ofString("hello"))
                                        .build(),
                                BodyHandlers.ofString());
        worker.workOnce();
        var result = answer.get(50, TimeUnit.SECONDS);
        assertThat(result.body()).isEqualTo("HELLO");
        assertThat(result.headers().firstValue("Proteus-Plan")).hasValue("shout/text");
        assertThat(result.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("\"a.html\"");
    }

    @Test
    void keepsItsDatabaseWhenManyClientsHangUp() throws Exception {
        new ShoutingWorker(server.uri(), "w1").register();
        String id =
                json(server.post("/api/v1/jobs", JOB.replace("b25l", "dGhyZWU=")), 201)
                        .get("id")
                        .asText();
        for (int i = 0; i < 60; i++) {
            hangUp("GET /api/v1/jobs/" + id + "?wait=30s HTTP/1.1\r\nHost: localhost\r\n\r\n");
            String body = "{\"worker\":\"w1\",\"max\":1,\"waitMillis\":30000}";
            hangUp(
                    "POST /work/v1/leases HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + RunningServer.TOKEN
                            + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length()
                            + "\r\n\r\n"
                            + body);
        }
        json(server.get("/health/ready"), 200);
        json(server.post("/api/v1/jobs", JOB), 201);
        json(server.get("/api/v1/jobs?limit=5"), 200);
    }

    private void hangUp(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
