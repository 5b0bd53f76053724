package org.proteus.coordinator.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.job.WorkerView;

/** The pool with real processes that stand in for workers: they wait until they are told to end. */
class LocalProcessPoolIT {

    private final Map<String, Process> launched = new ConcurrentHashMap<>();
    private final List<WorkerView> known = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final LocalProcessPool pool = new LocalProcessPool(this::launch, 3, () -> known);

    @AfterEach
    void close() {
        pool.close();
        assertThat(launched.values()).noneMatch(Process::isAlive);
    }

    @Test
    void growsAndStopsAtItsCapacity() {
        pool.resize(2);
        assertThat(pool.size()).isEqualTo(2);
        pool.resize(9);
        assertThat(pool.size()).isEqualTo(3);
        assertThat(launched.values()).allMatch(Process::isAlive);
    }

    @Test
    void endsIdleWorkersFirst() {
        pool.resize(3);
        known.add(view("w1", List.of("job/1/1")));
        known.add(view("w2", List.of()));
        known.add(view("w3", List.of("job/2/1")));
        pool.resize(2);
        await().until(() -> !launched.get("w2").isAlive());
        assertThat(launched.get("w1").isAlive()).isTrue();
        assertThat(launched.get("w3").isAlive()).isTrue();
    }

    @Test
    void replacesAWorkerThatWasKilled() throws IOException {
        pool.resize(2);
        new ProcessBuilder("kill", "-9", Long.toString(launched.get("w1").pid())).start();
        await().until(() -> launched.size() == 3);
        await().until(() -> pool.size() == 2);
        assertThat(launched.get("w3").isAlive()).isTrue();
    }

    private WorkerProcess launch(String poolName) {
        String id = "w" + number.incrementAndGet();
        try {
            Process process = new ProcessBuilder("sleep", "600").start();
            launched.put(id, process);
            return new WorkerProcess(id, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkerView view(String id, List<String> tasks) {
        return new WorkerView(id, "local", "here", 1, false, false, Instant.EPOCH, tasks);
    }
}
