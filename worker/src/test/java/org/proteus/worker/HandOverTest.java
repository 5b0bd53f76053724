package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.proteus.worker.WorkerFixture.key;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.protocol.Release;

/** A worker gives back what waits in it when others have nothing to do. */
class HandOverTest {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    @TempDir Path folder;
    private final CountDownLatch go = new CountDownLatch(1);
    private final HeldTasks held = new HeldTasks();
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

    /** One step runs until the test lets it end; the other task waits behind it. */
    private void startWithOneBehindAnother() throws IOException {
        fixture.runner.on(
                "copy",
                invocation -> {
                    go.await();
                    return ScriptedRunner.capitals(invocation);
                });
        queue.offer(fixture.file(1, "a.txt", "one"));
        fixture.start();
        await().until(() -> fixture.runner.invocations.size() == 1);
        queue.offer(fixture.file(2, "b.txt", "two"));
        await().until(() -> queue.heartbeats.getLast().tasks().size() == 2);
    }

    @Test
    void whatWaitsIsGivenBackAndWhatRunsIsNot() throws Exception {
        startWithOneBehindAnother();

        queue.wanted = List.of(key(1), key(2));

        await().until(() -> !queue.releases.isEmpty());
        Release release = queue.releases.getFirst();
        assertThat(release.key()).isEqualTo(key(2));
        assertThat(release.outcome()).isEqualTo(Release.Outcome.RETURNED);
        assertThat(release.problem().text()).contains("others had nothing to do");
        go.countDown();
        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.result(1)).isEqualTo("ONE");
        assertThat(queue.releases).hasSize(1);
    }

    @Test
    void nothingIsFetchedAheadUntilTheOthersAreBusy() throws Exception {
        startWithOneBehindAnother();
        queue.wanted = List.of(key(2));
        await().until(() -> !queue.releases.isEmpty());
        int asked = queue.requests.size();
        queue.offer(fixture.file(3, "c.txt", "three"));
        int beats = queue.heartbeats.size();
        await().until(() -> queue.heartbeats.size() > beats + 5);
        assertThat(queue.requests).hasSize(asked);
        assertThat(queue.heartbeats.getLast().tasks()).hasSize(1);

        queue.wanted = List.of();

        await().until(() -> queue.heartbeats.getLast().tasks().size() == 2);
        go.countDown();
        await().until(() -> queue.published.contains(key(3)));
    }

    @Test
    void aWorkerTellsForHowManySlotsItWaits() throws Exception {
        fixture.slots(2);
        fixture.runner.on(
                "copy",
                invocation -> {
                    go.await();
                    return ScriptedRunner.capitals(invocation);
                });
        fixture.start();
        await().until(() -> last() == 2);
        queue.offer(fixture.file(1, "a.txt", "one"));
        await().until(() -> last() == 1);
        queue.offer(fixture.file(2, "b.txt", "two"));
        await().until(() -> last() == 0);
    }

    private int last() {
        return queue.heartbeats.isEmpty() ? -1 : queue.heartbeats.getLast().idleSlots();
    }

    private HeldTask held(int number, long nanosAgo) {
        HeldTask task =
                new HeldTask(WorkerFixture.inline(number, "content"), System.nanoTime() - nanosAgo);
        held.add(task);
        return task;
    }

    private List<Boolean> goesOn(HeldTask... tasks) {
        return List.of(tasks).stream().map(HandOverTest::goesOn).toList();
    }

    private static boolean goesOn(HeldTask task) {
        try {
            task.check();
            return true;
        } catch (StoppedException stopped) {
            return false;
        }
    }

    private void offer(int slots, HeldTask... wanted) {
        new HandOver(held, new Intake(slots), slots)
                .offer(List.of(wanted).stream().map(HeldTask::key).toList());
    }

    @Test
    void whatCostMoreThanTheWaitStays() throws Exception {
        HeldTask running = held(1, HOUR);
        running.progress("copy", 0, 0, "bytes");
        running.started();
        HeldTask fetched = held(2, HOUR);
        fetched.progress("plan", 0, 0, "bytes");

        offer(1, running, fetched);

        assertThat(goesOn(running, fetched)).containsExactly(true, true);
    }

    @Test
    void progressTellsHowLongAnotherStillTakes() throws Exception {
        HeldTask nearlyDone = held(1, HOUR);
        nearlyDone.progress("fetch", 99, 100, "bytes");
        HeldTask behind = held(2, HOUR / 2);
        offer(1, nearlyDone, behind);
        assertThat(goesOn(nearlyDone, behind)).containsExactly(true, true);

        nearlyDone.progress("fetch", 1, 100, "bytes");
        offer(1, nearlyDone, behind);
        assertThat(goesOn(nearlyDone, behind)).containsExactly(true, false);
    }

    @Test
    void aFreeSlotKeepsWhatItIsMeantFor() {
        HeldTask first = held(1, HOUR);
        HeldTask second = held(2, 1);
        HeldTask third = held(3, HOUR / 2);

        offer(2, first, second, third);

        assertThat(goesOn(first, second, third)).containsExactly(true, true, true);
        offer(1, first, second, third);
        assertThat(goesOn(first, second, third)).containsExactly(true, false, false);
    }
}
