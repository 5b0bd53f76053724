package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.server.RunningServer.json;
import static org.proteus.coordinator.server.RunningServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkerRegistration;
import org.proteus.foundation.net.WireJson;

class WorkTest {

    private static final String CONTENT = "/work/v1/content?task=job1/1/0&token=7";

    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder worker(String path) {
        return server.at(path).header("Authorization", "Bearer " + RunningServer.TOKEN);
    }

    private HttpResponse<String> call(String name, Object body) throws Exception {
        return server.send(
                worker("/work/v1/" + name)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, application/problem+json")
                        .POST(BodyPublishers.ofByteArray(WireJson.write(body))));
    }

    @Test
    void handsEveryCallToTheQueueAsItWas() throws Exception {
        WorkerRegistration registration =
                new WorkerRegistration("w1", "local", "here", 2, "1", List.of(), List.of("*"));
        assertThat(json(call("register", registration), 200).get("leaseMillis").asInt())
                .isEqualTo(15_000);
        LeaseRequest wanted = new LeaseRequest("w1", 3, 10);
        JsonNode leases = json(call("leases", wanted), 200);
        assertThat(server.fake.queue.calls.get(1))
                .isInstanceOfSatisfying(
                        LeaseRequest.class,
                        asked -> {
                            assertThat(asked.worker()).isEqualTo("w1");
                            assertThat(asked.max()).isEqualTo(3);
                            assertThat(asked.waitMillis()).isBetween(0L, 10L);
                        });
        assertThat(WireJson.mapper().treeToValue(leases.get(0), Lease.class))
                .isEqualTo(FakeQueue.lease());
        PlanRequest plan =
                new PlanRequest(
                        "w1",
                        FakeQueue.KEY,
                        ContentType.of("a", "b"),
                        List.of(),
                        0,
                        Map.of("k", "v"),
                        List.of(),
                        List.of());
        assertThat(WireJson.mapper().treeToValue(json(call("plans", plan), 200), PlanReply.class))
                .isInstanceOf(PlanReply.Refuse.class);
        Heartbeat beat =
                new Heartbeat(
                        "w1",
                        List.of(new Progress(FakeQueue.KEY, "fetch", 1, 2, "bytes")),
                        0,
                        true);
        assertThat(json(call("heartbeats", beat), 200).at("/lost/0/token").asInt()).isEqualTo(7);
        Commit commit =
                new Commit(
                        FakeQueue.KEY,
                        "",
                        2,
                        "ab",
                        Optional.of(Bytes.of(new byte[] {1, 2})),
                        TaskRecord.EMPTY);
        assertThat(json(call("commits", List.of(commit)), 200).at("/0/accepted").asBoolean())
                .isTrue();
        Release release =
                new Release(
                        FakeQueue.KEY,
                        Release.Outcome.FAILED,
                        Problem.of(ErrorCode.PROGRAM_FAILED, "no"),
                        TaskRecord.EMPTY);
        assertThat(call("publications", List.of(FakeQueue.KEY)).statusCode()).isEqualTo(204);
        assertThat(call("releases", List.of(release)).statusCode()).isEqualTo(204);
        assertThat(call("deregister", Map.of("worker", "w1")).statusCode()).isEqualTo(204);
        assertThat(server.fake.queue.calls)
                .containsExactly(
                        registration,
                        // The wait is passed on in slices of the time that is left.
                        server.fake.queue.calls.get(1),
                        plan,
                        beat,
                        List.of(commit),
                        List.of(FakeQueue.KEY),
                        List.of(release),
                        "w1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer wrong",
                "Basic dzp3",
                "Bearer 0123456789abcdef0123456789abcdeF",
                "Bearer 0123456789abcdef0123456789abcdef0"
            })
    void letsNobodyInWithoutTheToken(String header) throws Exception {
        for (String path : List.of("/work/v1/register", "/work/v1/leases", "/work/v1/deregister")) {
            HttpRequest.Builder request =
                    server.at(path)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{}"));
            refused(header.isEmpty() ? request : request.header("Authorization", header));
        }
        HttpRequest.Builder content = server.at(CONTENT);
        refused(header.isEmpty() ? content : content.header("Authorization", header));
        assertThat(server.fake.queue.calls).isEmpty();
    }

    private void refused(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = server.send(request);
        problem(answer, 401, ErrorCode.UNAUTHORIZED);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).doesNotContain(RunningServer.TOKEN);
    }

    @Test
    void refusesHalfRecords() throws Exception {
        problem(call("leases", Map.of("worker", "w1")), 400, ErrorCode.BAD_REQUEST);
        problem(call("commits", Map.of()), 400, ErrorCode.BAD_REQUEST);
        problem(call("deregister", Map.of("work", "w1")), 400, ErrorCode.BAD_REQUEST);
        assertThat(server.fake.queue.calls).isEmpty();
    }

    @Test
    void carriesContentBothWays() throws Exception {
        byte[] object = new byte[300_000];
        new java.util.Random(1).nextBytes(object);
        server.fake.content.held.put(FakeQueue.KEY, object);
        HttpRequest get =
                worker(CONTENT)
                        .header("Accept", "application/json, application/problem+json")
                        .build();
        HttpResponse<byte[]> answer = server.client().send(get, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(object);
        byte[] result = new byte[400_000];
        var put =
                worker(CONTENT)
                        .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(result)));
        assertThat(server.send(put).statusCode()).isEqualTo(204);
        assertThat(server.fake.content.held.get(FakeQueue.KEY)).isEqualTo(result);
    }

    @Test
    void refusesContentWithoutAValidLease() throws Exception {
        problem(server.send(worker(CONTENT)), 409, ErrorCode.CONFLICT);
        problem(
                server.send(worker(CONTENT).PUT(BodyPublishers.ofString("x"))),
                409,
                ErrorCode.CONFLICT);
        problem(server.send(worker("/work/v1/content?task=a&token=x")), 400, ErrorCode.BAD_REQUEST);
        problem(server.send(worker("/work/v1/content")), 400, ErrorCode.BAD_REQUEST);
        problem(
                server.send(worker("/work/v1/content?task=../../etc/passwd&token=1")),
                409,
                ErrorCode.CONFLICT);
    }

    @Test
    void givesBackWhatADeadWorkerAskedFor() {
        // Whether the farewell or the task is seen first is chance; it must come out once.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    askAndDie();
                    server.fake.queue.offer.release();
                    return server.fake.queue.calls.stream().anyMatch(this::isReturn);
                });
        assertThat(server.fake.queue.interrupted.getCount()).isEqualTo(1);
    }

    private boolean isReturn(Object call) {
        return call instanceof List<?> list
                && list.getFirst() instanceof Release release
                && release.key().equals(FakeQueue.KEY)
                && release.outcome() == Release.Outcome.RETURNED;
    }

    private void askAndDie() throws Exception {
        server.fake.queue.waiting = new CountDownLatch(1);
        String body = "{\"worker\":\"patient\",\"max\":1,\"waitMillis\":30000}";
        String request =
                "POST /work/v1/leases HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + RunningServer.TOKEN
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(server.fake.queue.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void wakesEveryPollWhenItStops() throws Exception {
        var poll =
                server.client()
                        .sendAsync(
                                worker("/work/v1/leases")
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.ofString(
                                                        "{\"worker\":\"patient\",\"max\":1,"
                                                                + "\"waitMillis\":30000}"))
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(server.fake.queue.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        server.stop();
        problem(poll.get(20, TimeUnit.SECONDS), 503, ErrorCode.UNAVAILABLE);
    }
}
