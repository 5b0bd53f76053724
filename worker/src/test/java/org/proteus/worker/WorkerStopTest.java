package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.proteus.worker.WorkerFixture.inline;
import static org.proteus.worker.WorkerFixture.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.Release;

class WorkerStopTest {

    @TempDir Path folder;
    private final CountDownLatch go = new CountDownLatch(1);
    private WorkerFixture fixture;
    private FakeQueue queue;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new WorkerFixture(folder);
        queue = fixture.queue;
    }

    @AfterEach
    void end() throws IOException {
        go.countDown();
        fixture.close();
        assertThat(fixture.leftInWork()).isEmpty();
    }

    private void blockSteps() {
        fixture.runner.on(
                "copy",
                invocation -> {
                    go.await();
                    return ScriptedRunner.capitals(invocation);
                });
    }

    private Worker startBlocked() throws IOException {
        blockSteps();
        queue.offer(fixture.file(1, "a.txt", "one"));
        Worker worker = fixture.start();
        await().until(() -> fixture.runner.invocations.size() == 1);
        return worker;
    }

    @Test
    void cancellingStopsTheStepAndLeavesNothing() throws Exception {
        startBlocked();

        queue.cancel(key(1));

        await().until(() -> queue.releases.size() == 1);
        assertThat(queue.releases.getFirst().outcome()).isEqualTo(Release.Outcome.CANCELLED);
        assertThat(fixture.runner.interrupted).hasValue(1);
        assertThat(fixture.leftInWork()).isEmpty();
        assertThat(fixture.sinkNames()).isEmpty();
        assertThat(queue.commits).isEmpty();
    }

    @Test
    void aLostLeaseIsDroppedWithoutAWord() throws Exception {
        startBlocked();

        queue.lose(key(1));

        await().until(() -> fixture.runner.interrupted.get() == 1);
        await().until(() -> queue.heartbeats.getLast().tasks().isEmpty());
        assertThat(queue.releases).isEmpty();
        assertThat(queue.commits).isEmpty();
        assertThat(fixture.sinkNames()).isEmpty();
    }

    @Test
    void aSuspendedWorkerStandsStillKeepsItsLeasesAndGoesOn() throws Exception {
        startBlocked();
        queue.suspend = true;
        await().until(() -> fixture.runner.suspended);
        int asked = queue.requests.size();
        queue.offer(fixture.file(2, "b.txt", "two"));
        int beats = queue.heartbeats.size();
        await().until(() -> queue.heartbeats.size() > beats + 3);
        assertThat(queue.heartbeats.getLast().tasks())
                .extracting(task -> task.key())
                .contains(key(1));
        assertThat(queue.requests.size()).isLessThanOrEqualTo(asked + 1);

        queue.suspend = false;
        go.countDown();
        await().until(() -> queue.published.size() == 2);
        assertThat(fixture.runner.suspended).isFalse();
        assertThat(queue.releases).isEmpty();
    }

    @Test
    void drainingEndsASuspension() throws Exception {
        Worker worker = startBlocked();
        queue.suspend = true;
        await().until(() -> fixture.runner.suspended);

        worker.drain();
        await().until(() -> !fixture.runner.suspended);
        go.countDown();
        worker.awaitEnd();
        assertThat(queue.published).containsExactly(key(1));
    }

    @Test
    void drainingGivesBackWhatWaitsAndFinishesWhatRuns() throws Exception {
        Worker worker = startBlocked();
        queue.offer(fixture.file(2, "b.txt", "two"));
        await().until(() -> queue.heartbeats.getLast().tasks().size() == 2);

        worker.drain();

        await().until(() -> queue.releases.size() == 1);
        assertThat(queue.releases.getFirst().key()).isEqualTo(key(2));
        assertThat(queue.releases.getFirst().outcome()).isEqualTo(Release.Outcome.RETURNED);
        int before = queue.heartbeats.size();
        await().until(() -> queue.heartbeats.size() > before + 2);
        assertThat(queue.heartbeats.getLast().draining()).isTrue();
        assertThat(queue.heartbeats.getLast().tasks()).hasSize(1);
        go.countDown();
        worker.awaitEnd();
        assertThat(fixture.result(1)).isEqualTo("ONE");
        assertThat(queue.gone).containsExactly("w1");
    }

    @Test
    void theCoordinatorCanOrderTheDraining() throws Exception {
        Worker worker = fixture.start();
        await().until(() -> !queue.requests.isEmpty());

        queue.drain = true;

        worker.awaitEnd();
        assertThat(queue.gone).containsExactly("w1");
    }

    @Test
    void theDrainTimeEndsWhatStillRuns() throws Exception {
        fixture.drainTime(Duration.ZERO);
        Worker worker = startBlocked();

        worker.close();

        assertThat(queue.releases).hasSize(1);
        assertThat(queue.releases.getFirst().outcome()).isEqualTo(Release.Outcome.RETURNED);
        assertThat(fixture.runner.interrupted).hasValue(1);
        assertThat(fixture.sinkNames()).isEmpty();
    }

    @Test
    void whatRunsIsFinishedWhenTheCoordinatorOrdersTheDraining() throws Exception {
        fixture.drainTime(Duration.ZERO);
        Worker worker = startBlocked();

        queue.drain = true;

        await().until(() -> queue.heartbeats.getLast().draining());
        int before = queue.heartbeats.size();
        await().until(() -> queue.heartbeats.size() > before + 10);
        assertThat(queue.releases).isEmpty();
        go.countDown();
        worker.awaitEnd();
        assertThat(queue.published).containsExactly(key(1));
    }

    @Test
    void aSignalAfterTheOrderEndsWhatStillRuns() throws Exception {
        fixture.drainTime(Duration.ZERO);
        Worker worker = startBlocked();
        queue.drain = true;
        await().until(() -> queue.heartbeats.getLast().draining());

        worker.drain();

        worker.awaitEnd();
        assertThat(queue.releases).hasSize(1);
        assertThat(queue.releases.getFirst().outcome()).isEqualTo(Release.Outcome.RETURNED);
    }

    @Test
    void aCoordinatorThatRestartsLosesNothing() throws Exception {
        startBlocked();
        for (String call : List.of("heartbeat", "commit", "lease", "published", "plan")) {
            queue.breakDown(call, ErrorCode.UNAVAILABLE);
        }
        go.countDown();
        await().until(() -> fixture.sinkNames().contains(".proteus-job-1-1"));
        queue.knows = false;
        queue.repair();

        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.result(1)).isEqualTo("ONE");
        await().until(() -> queue.registrations.size() == 2);
        queue.offer(inline(2, "x"));
        await().until(() -> queue.commits.size() == 2);
    }

    @Test
    void whenTheLeaseHasRunOutUnheardTheTaskIsDropped() throws Exception {
        queue.terms = new Registered(20, 1_000, 0);
        startBlocked();

        queue.breakDown("heartbeat", ErrorCode.UNAVAILABLE);

        await().until(() -> fixture.runner.interrupted.get() == 1);
        await().until(() -> fixture.leftInWork().isEmpty());
        queue.repair();
        assertThat(queue.commits).isEmpty();
        assertThat(queue.releases).isEmpty();
        assertThat(fixture.sinkNames()).isEmpty();
    }

    @Test
    void aCommitWithoutAnAnswerKeepsItsTemporaryObject() throws Exception {
        queue.terms = new Registered(20, 1_000, 0);
        queue.breakDown("commit", ErrorCode.UNAVAILABLE);
        queue.offer(fixture.file(1, "a.txt", "one"));
        Worker worker = fixture.start();
        await().until(() -> fixture.sinkNames().contains(".proteus-job-1-1"));

        queue.breakDown("heartbeat", ErrorCode.UNAVAILABLE);

        worker.close();
        assertThat(fixture.sinkNames()).containsExactly(".proteus-job-1-1");
        assertThat(queue.releases).isEmpty();
    }

    @Test
    void aCommitThatWasNotAnsweredIsSaidAgainUntilItIsKnownWhatBecameOfIt() throws Exception {
        fixture.slots(2);
        queue.terms = new Registered(20, 1_000, 0);
        queue.planner =
                request ->
                        request.key().equals(key(2))
                                ? WorkerFixture.run()
                                : WorkerFixture.run("copy");
        queue.breakDown("commit", ErrorCode.UNAVAILABLE);
        startBlocked();
        queue.offer(fixture.file(2, "b.txt", "two"));
        await().until(() -> fixture.sinkNames().contains(".proteus-job-2-1"));
        queue.breakDown("heartbeat", ErrorCode.UNAVAILABLE);
        // The lease is over: the step of the other task was stopped.
        await().until(() -> fixture.runner.interrupted.get() == 1);
        assertThat(fixture.sinkNames()).contains(".proteus-job-2-1");

        queue.makeStale(key(2));
        queue.repair();

        await().until(() -> fixture.sinkNames().isEmpty());
        assertThat(queue.published).isEmpty();
    }

    @Test
    void commitsThatAreRefusedEndAsFailures() throws Exception {
        queue.planner = request -> WorkerFixture.run();
        queue.offer(IntStream.range(0, 20).mapToObj(n -> inline(n, "x")).toList());
        queue.breakDown("commit", ErrorCode.INTERNAL);
        fixture.start();

        await().until(() -> !queue.releases.isEmpty());
        queue.repair();
        await().until(() -> queue.releases.size() + queue.commits.size() == 20);
        assertThat(queue.releases)
                .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(Release.Outcome.FAILED));
    }

    @Test
    void aWorkerThatIsNotWantedEndsWithTheReason() {
        queue.breakDown("register", ErrorCode.UNAUTHORIZED);
        Worker worker = fixture.start();

        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(worker::awaitEnd)
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.UNAUTHORIZED));
        assertThat(queue.gone).isEmpty();
    }

    @Test
    void aRevokedTokenEndsTheWorkerAndItsTasks() throws Exception {
        Worker worker = startBlocked();

        queue.breakDown("heartbeat", ErrorCode.UNAUTHORIZED);

        assertThatExceptionOfType(ProteusException.class).isThrownBy(worker::awaitEnd);
        assertThat(fixture.runner.interrupted).hasValue(1);
    }

    @Test
    void aCoordinatorMayComeLater() throws Exception {
        queue.breakDown("register", ErrorCode.UNAVAILABLE);
        queue.offer(fixture.file(1, "a.txt", "one"));
        fixture.start();
        queue.repair();

        await().until(() -> queue.published.contains(key(1)));
    }

    @Test
    void theWorkFolderBelongsToOneWorkerAndIsEmptied() throws Exception {
        Path left = fixture.work.resolve("tasks/t7/own1");
        Files.createDirectories(left);
        Files.createSymbolicLink(left.resolve("link"), fixture.in);
        Files.writeString(fixture.in.resolve("kept"), "kept");
        Worker first = fixture.start();

        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> new WorkerFixture(folder).start())
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.IN_USE));
        assertThat(left).doesNotExist();
        assertThat(fixture.in.resolve("kept")).exists();
        first.close();
        fixture.start();
    }
}
