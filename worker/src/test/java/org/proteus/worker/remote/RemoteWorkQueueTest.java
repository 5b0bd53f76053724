package org.proteus.worker.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.WorkerRegistration;

class RemoteWorkQueueTest {

    private static final TaskKey KEY = new TaskKey("job 1/2/0", 7);
    private static final WorkerRegistration REGISTRATION =
            new WorkerRegistration("w", "local", "h", 1, "1", List.of(), List.of());

    @TempDir Path folder;
    private TestServer server;
    private CoordinatorConnection connection;
    private RemoteWorkQueue queue;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        Path token = Files.writeString(folder.resolve("token"), "abc.DEF\n");
        connection =
                new CoordinatorConnection(
                        CoordinatorAddress.all(server.url(), false), BearerToken.read(token));
        queue = new RemoteWorkQueue(connection);
    }

    @AfterEach
    void stop() {
        server.close();
        connection.close();
    }

    @Test
    void everyCallIsOnePostWithTheToken() throws Exception {
        server.answer = TestServer.json(new Registered(5_000, 15_000, 0));
        assertThat(queue.register(REGISTRATION)).isEqualTo(new Registered(5_000, 15_000, 0));
        server.answer = TestServer.json(List.of());
        assertThat(queue.lease(new LeaseRequest("w", 1, 0))).isEmpty();
        server.answer =
                TestServer.json(
                        new HeartbeatReply(
                                true, false, false, List.of(KEY), List.of(), List.of(), 0));
        assertThat(queue.heartbeat(new Heartbeat("w", List.of(), 0, false)).cancelled())
                .containsExactly(KEY);
        server.answer = TestServer.json(List.of(new CommitReply(KEY, true)));
        assertThat(queue.commit(List.of())).containsExactly(new CommitReply(KEY, true));
        server.answer = TestServer.text(204, "");
        queue.published(List.of(KEY));
        queue.release(List.of());
        queue.deregister("w");

        assertThat(server.asked)
                .extracting(TestServer.Asked::uri)
                .containsExactly(
                        "/work/v1/register",
                        "/work/v1/leases",
                        "/work/v1/heartbeats",
                        "/work/v1/commits",
                        "/work/v1/publications",
                        "/work/v1/releases",
                        "/work/v1/deregister");
        assertThat(server.asked)
                .allSatisfy(each -> {
                    assertThat(each.method()).isEqualTo("POST");
                    assertThat(each.authorization()).isEqualTo("Bearer abc.DEF");
                });
        assertThat(server.asked.getLast().body()).isEqualTo("{\"worker\":\"w\"}");
    }

    @Test
    void aPlanReplyKeepsItsKind() {
        Problem problem = Problem.of(ErrorCode.NO_PATH, "none");
        server.answer = TestServer.json(new PlanReply.Refuse(problem));

        PlanReply reply =
                queue.plan(
                        new PlanRequest(
                                "w",
                                KEY,
                                ContentType.OCTET_STREAM,
                                List.of(),
                                0,
                                Map.of(),
                                List.of(),
                                List.of()));

        assertThat(reply).isEqualTo(new PlanReply.Refuse(problem));
    }

    @Test
    void problemDocumentsBecomeProblems() {
        server.answer =
                TestServer.text(
                        409,
                        """
                        {"type":"about:blank","title":"x","status":409,"detail":"gone already",
                         "code":"conflict","action":"do this","more":1}\
                        """);

        assertThat(failure()).isEqualTo(new Problem(ErrorCode.CONFLICT, "gone already", "do this"));
    }

    @Test
    void aWrongTokenIsToldApart() {
        server.answer = TestServer.text(401, "");

        assertThat(failure().code()).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(failure().action()).contains("token file");
    }

    @Test
    void breakdownsAreUnavailability() {
        List<TestServer.Answer> broken =
                List.of(
                        TestServer.text(500, "<html>oops</html>"),
                        TestServer.text(502, ""),
                        TestServer.text(404, "not here"),
                        TestServer.text(302, ""),
                        TestServer.text(200, ""),
                        TestServer.text(200, "<html>hello</html>"),
                        TestServer.text(200, "{\"known\":true"),
                        TestServer.half());
        for (TestServer.Answer answer : broken) {
            server.answer = answer;
            assertThat(failure().code()).isEqualTo(ErrorCode.UNAVAILABLE);
        }
        server.close();
        assertThat(failure().code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure().message()).contains("does not answer").doesNotContain("abc.DEF");
    }

    @Test
    void aSlowHeartbeatIsGivenUp() {
        server.answer = TestServer.json(new Registered(10, 30, 0));
        queue.register(REGISTRATION);
        server.answer = server.silence();

        assertThat(failure().code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void anAnswerThatStopsAfterItsBeginningIsGivenUp() {
        server.answer = TestServer.json(new Registered(10, 30, 0));
        queue.register(REGISTRATION);
        server.answer = server.silenceAfterHeaders();

        assertThat(failure().code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void contentGoesBothWays() throws IOException {
        RemoteContentExchange exchange = new RemoteContentExchange(connection);
        server.answer = TestServer.text(200, "the content");
        assertThat(exchange.open(KEY)).hasContent("the content");
        server.answer = TestServer.text(204, "");
        exchange.put(KEY, new ByteArrayInputStream("result".getBytes(StandardCharsets.UTF_8)));

        String uri = "/work/v1/content?task=job+1%2F2%2F0&token=7";
        assertThat(server.asked)
                .extracting(TestServer.Asked::method, TestServer.Asked::uri, TestServer.Asked::body)
                .containsExactly(tuple("GET", uri, ""), tuple("PUT", uri, "result"));
        server.answer = TestServer.text(409, "");
        assertThatIOException().isThrownBy(() -> exchange.open(KEY));
        assertThatIOException()
                .isThrownBy(() -> exchange.put(KEY, new ByteArrayInputStream(new byte[9])));
    }

    private Problem failure() {
        try {
            queue.heartbeat(new Heartbeat("w", List.of(), 0, false));
        } catch (ProteusException failed) {
            return failed.problem();
        }
        throw new AssertionError("the call succeeded");
    }
}
