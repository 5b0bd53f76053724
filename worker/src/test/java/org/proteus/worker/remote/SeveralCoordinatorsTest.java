package org.proteus.worker.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/** A worker that knows several coordinators goes to the next when one does not answer. */
class SeveralCoordinatorsTest {

    private static final WorkerRegistration REGISTRATION =
            new WorkerRegistration("w", "local", "h", 1, "1", List.of(), List.of());
    private static final Heartbeat HEARTBEAT = new Heartbeat("w", List.of(), 0, false);
    private static final HeartbeatReply WELL =
            new HeartbeatReply(true, false, false, List.of(), List.of(), List.of(), 0);

    @TempDir Path folder;
    private List<TestServer> servers;
    private CoordinatorConnection connection;
    private RemoteWorkQueue queue;

    @BeforeEach
    void start() throws IOException {
        servers = List.of(new TestServer(), new TestServer(), new TestServer());
        for (TestServer server : servers) {
            server.answer = TestServer.json(new Registered(10, 30, 0));
        }
        String urls = String.join(" , ", servers.stream().map(TestServer::url).toList());
        Path token = Files.writeString(folder.resolve("token"), "abc");
        connection =
                new CoordinatorConnection(
                        CoordinatorAddress.all(urls, false), BearerToken.read(token));
        queue = new RemoteWorkQueue(connection);
        queue.register(REGISTRATION);
        for (TestServer server : servers) {
            server.answer = TestServer.json(WELL);
        }
    }

    @AfterEach
    void stop() {
        connection.close();
        servers.forEach(TestServer::close);
    }

    @Test
    void oneIsTalkedToAsLongAsItAnswers() {
        TestServer first = asked();
        queue.heartbeat(HEARTBEAT);
        queue.heartbeat(HEARTBEAT);

        assertThat(first.asked).hasSize(3);
    }

    @Test
    void theNextIsAskedWhenOneIsSilentHasNoDatabaseOrIsGone() {
        List<TestServer> left = new ArrayList<>();
        for (int fault = 0; fault < 3; fault++) {
            TestServer talkedTo = lastAsked();
            left.add(talkedTo);
            switch (fault) {
                case 0 -> talkedTo.answer = talkedTo.silence();
                case 1 -> talkedTo.answer = TestServer.text(503, "");
                default -> talkedTo.close();
            }
            assertThatThrownBy(() -> queue.heartbeat(HEARTBEAT))
                    .isInstanceOf(ProteusException.class);
            left.forEach(server -> server.answer = TestServer.json(WELL));
            assertThat(queue.heartbeat(HEARTBEAT)).isEqualTo(WELL);
        }

        assertThat(left).doesNotHaveDuplicates();
    }

    @Test
    void whatWaitsForOneThatIsLeftWaitsNoLonger() {
        TestServer first = asked();
        first.answer = first.silence();
        CompletableFuture<Object> lease =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return queue.lease(new LeaseRequest("w", 1, 3_600_000));
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                });
        await().until(() -> first.asked.size() == 2);
        assertThatThrownBy(() -> queue.heartbeat(HEARTBEAT)).isInstanceOf(ProteusException.class);

        await().until(lease::isDone);
        assertThat(lease).isCompletedExceptionally();
    }

    @Test
    void aRefusalIsAnAnswer() {
        TestServer first = asked();
        first.answer = TestServer.text(409, "");
        assertThatThrownBy(() -> queue.heartbeat(HEARTBEAT)).isInstanceOf(ProteusException.class);
        assertThatThrownBy(() -> queue.heartbeat(HEARTBEAT)).isInstanceOf(ProteusException.class);

        assertThat(first.asked).hasSize(3);
    }

    private TestServer asked() {
        return servers.stream().filter(s -> !s.asked.isEmpty()).findFirst().orElseThrow();
    }

    /** Returns whom one more heartbeat goes to. */
    private TestServer lastAsked() {
        servers.forEach(server -> server.asked.clear());
        queue.heartbeat(HEARTBEAT);
        return asked();
    }
}
