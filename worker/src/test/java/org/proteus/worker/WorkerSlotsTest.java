package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.proteus.worker.WorkerFixture.alone;
import static org.proteus.worker.WorkerFixture.inline;
import static org.proteus.worker.WorkerFixture.key;
import static org.proteus.worker.WorkerFixture.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.protocol.Commit;

/** How many tasks a worker takes and runs at once. */
class WorkerSlotsTest {

    @TempDir Path folder;
    private WorkerFixture fixture;
    private FakeQueue queue;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new WorkerFixture(folder);
        queue = fixture.queue;
    }

    @AfterEach
    void end() throws IOException {
        fixture.close();
        assertThat(fixture.leftInWork()).isEmpty();
    }

    @Test
    void anAloneTaskHasNoCompany() throws Exception {
        fixture.slots(4);
        Semaphore go = new Semaphore(0);
        fixture.runner.on(
                "copy",
                invocation -> {
                    go.acquire();
                    return ScriptedRunner.capitals(invocation);
                });
        queue.offer(inline(1, "a"), alone(inline(2, "b")), inline(3, "c"), inline(4, "d"));
        fixture.start();

        // The three ordinary ones of the batch run; the lonely one waits for them.
        await().until(() -> fixture.runner.invocations.size() == 3);
        queue.offer(inline(5, "e"));
        go.release(3);
        await().until(() -> fixture.runner.invocations.size() == 4);
        assertThat(fixture.runner.invocations.getLast().input().file()).content().isEqualTo("b");
        go.release(2);
        await().until(() -> queue.commits.size() == 5);
        assertThat(fixture.runner.invocations.getLast().input().name()).isEqualTo("inline");
        assertThat(queue.commits.get(3).key()).isEqualTo(key(2));
        assertThat(queue.commits.getLast().key()).isEqualTo(key(5));
    }

    @Test
    void noMoreStepsRunThanThereAreSlots() throws Exception {
        fixture.slots(2);
        CountDownLatch two = new CountDownLatch(2);
        fixture.runner.on(
                "copy",
                invocation -> {
                    two.countDown();
                    two.await();
                    return ScriptedRunner.capitals(invocation);
                });
        queue.offer(IntStream.range(0, 40).mapToObj(n -> inline(n, "x")).toList());
        fixture.start();

        await().until(() -> queue.commits.size() == 40);
        assertThat(fixture.runner.most).hasValue(2);
    }

    @Test
    void longTasksAreNotHoardedShortOnesComeInBatches() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        fixture.runner.on(
                "copy",
                invocation -> {
                    gate.await();
                    return ScriptedRunner.capitals(invocation);
                });
        queue.offer(IntStream.range(0, 100).mapToObj(n -> inline(n, "x")).toList());
        fixture.start();
        await().until(() -> fixture.runner.invocations.size() == 1 && queue.heartbeats.size() > 3);
        assertThat(queue.heartbeats.getLast().tasks()).hasSizeLessThanOrEqualTo(2);
        gate.countDown();
        await().until(() -> queue.commits.size() == 100);

        queue.planner = request -> run();
        queue.offer(IntStream.range(100, 5_100).mapToObj(n -> inline(n, "x")).toList());
        await().until(() -> queue.commits.size() == 5_100);
        assertThat(queue.requests.stream().mapToInt(r -> r.max()).max().orElseThrow())
                .isGreaterThan(20);
        assertThat(queue.commits.stream().map(Commit::key).distinct()).hasSize(5_100);
        assertThat(queue.commitBatches.size()).isLessThan(5_100);
    }
}
