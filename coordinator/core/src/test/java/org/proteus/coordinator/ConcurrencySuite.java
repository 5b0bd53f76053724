package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.TaskKey;

/** Many workers at once. */
@Isolated("it keeps all processors busy")
abstract class ConcurrencySuite extends CoordinatorSuite {

    private static final int THREADS = 8;
    private static final int TASKS = 2000;

    @Test
    void leasesEachTaskExactlyOnce() throws Exception {
        JobView first = coordinator.jobs().submit(inline("png", TASKS / 2));
        JobView second = coordinator.jobs().submit(inline("png", TASKS / 2));
        Set<TaskKey> leased = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                FakeWorker worker = worker("w" + i);
                counts.add(threads.submit(() -> drainQueue(worker, leased)));
            }
            int sum = 0;
            for (Future<Integer> count : counts) {
                sum += count.get();
            }
            assertThat(sum).isEqualTo(TASKS);
        }
        assertThat(leased).hasSize(TASKS).allMatch(key -> key.token() == 1);
        for (JobView job : List.of(first, second)) {
            awaitCount(job, ElementState.RUNNING, TASKS / 2);
        }
    }

    private static int drainQueue(FakeWorker worker, Set<TaskKey> leased) throws Exception {
        int count = 0;
        while (true) {
            List<Lease> leases = worker.lease(7, 2000);
            if (leases.isEmpty()) {
                return count;
            }
            leases.forEach(lease -> leased.add(lease.key()));
            count += leases.size();
        }
    }

    @Test
    void keepsLeasesInWhateverOrderTheyAreNamed() throws Exception {
        coordinator.jobs().submit(inline("png", 50));
        FakeWorker worker = worker("w1");
        List<Lease> leases = worker.lease(50, 10_000);
        Lease[] forth = leases.toArray(Lease[]::new);
        Lease[] back = leases.reversed().toArray(Lease[]::new);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Lease[] order = i % 2 == 0 ? forth : back;
                all.add(threads.submit(() -> worker.heartbeat(order)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(worker.heartbeat(back).lost()).isEmpty();
    }

    @Test
    void givesEveryJobItsTurn() throws Exception {
        coordinator.jobs().submit(inline("png", 100));
        JobView late = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");

        assertThat(worker.lease(4, 10_000))
                .anyMatch(lease -> lease.key().task().startsWith(late.id()));
    }

    @Test
    void endsAJobWhoseLastElementsEndTogether() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", THREADS * 5));
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                FakeWorker worker = worker("w" + i);
                all.add(
                        threads.submit(() -> {
                            for (Lease lease : worker.lease(5, 10_000)) {
                                worker.work(lease, FixedPlanner.TEXT);
                            }
                            return true;
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(ended(job.id()).count(ElementState.DONE)).isEqualTo(THREADS * 5);
    }
}
