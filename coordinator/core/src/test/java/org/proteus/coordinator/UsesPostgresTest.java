package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.learning.Learning;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.graph.ProgramRegistry;

class UsesPostgresTest extends UsesSuite {

    private static final int OBJECTS = 60;
    private static final int WORKERS = 6;
    private static final int MOST = 2;

    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }

    @Test
    void holdsOverTwoCoordinators() throws Exception {
        reopen(settings.withUses(new UseLimits(Map.of("inline:", MOST), Map.of())));
        CoordinatorSettings same =
                CoordinatorSettings.service(temp.resolve("other"))
                        .withHeartbeat(HEARTBEAT)
                        .withUses(settings.uses())
                        .withDatabase(settings.databaseUrl().orElseThrow());
        try (Coordinator other =
                        Coordinator.open(
                                same,
                                new ProgramRegistry(FixedPlanner.programs()),
                                planner(),
                                HANDLERS,
                                Learning.inDatabase(statistics()));
                ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            JobView job = coordinator.jobs().submit(inline("png", OBJECTS));
            List<Future<Integer>> most = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                FakeWorker worker =
                        new FakeWorker(
                                i % 2 == 0 ? coordinator : other,
                                HANDLERS,
                                "w" + i,
                                FixedPlanner.ONE,
                                FixedPlanner.TWO);
                most.add(workers.submit(() -> mostHeldWhileWorking(worker)));
            }
            for (Future<Integer> seen : most) {
                assertThat(seen.get()).isLessThanOrEqualTo(MOST);
            }
            assertThat(ended(job.id()).allDone()).isTrue();
        }
    }

    /** Counts a lease from after it was given until before it is committed, so never too much. */
    private int mostHeldWhileWorking(FakeWorker worker) throws InterruptedException {
        int most = 0;
        while (done.get() < OBJECTS) {
            for (Lease lease : worker.lease(1, 200)) {
                most = Math.max(most, held.incrementAndGet());
                Thread.sleep(5);
                held.decrementAndGet();
                worker.work(lease, FixedPlanner.TEXT);
                done.incrementAndGet();
            }
        }
        return most;
    }
}
