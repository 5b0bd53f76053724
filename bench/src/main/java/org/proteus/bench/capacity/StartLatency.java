package org.proteus.bench.capacity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.proteus.bench.BareWorker;
import org.proteus.bench.Node;
import org.proteus.bench.NoopJob;
import org.proteus.bench.queues.BenchDatabase;
import org.proteus.bench.queues.SchedulerLatency;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;

/** From the submission of one element to the moment when a worker has its lease, nothing to do. */
final class StartLatency {

    private static final int WARM_UP = 200;
    private static final int MEASURED = 500;
    private static final long IDLE_MILLIS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private StartLatency() {}

    /** Prints both databases beside db-scheduler. */
    static void print(BenchDatabase postgres, Path folder) throws Exception {
        Latency scheduler =
                new Latency(SchedulerLatency.millis(postgres.fresh(), WARM_UP, MEASURED));
        Latency h2 = new Latency(measure(folder.resolve("latency-h2"), Optional.empty()));
        Latency ours =
                new Latency(measure(folder.resolve("latency-pg"), Optional.of(postgres.fresh())));
        scheduler.print("db-scheduler on PostgreSQL", scheduler);
        ours.print("Proteus on PostgreSQL", scheduler);
        h2.print("Proteus on H2", scheduler);
    }

    private static double[] measure(Path folder, Optional<String> database) throws Exception {
        JobRequest request = NoopJob.request(1);
        double[] millis = new double[MEASURED];
        try (Node node = new Node(folder, database)) {
            BlockingQueue<Long> leases = new LinkedBlockingQueue<>();
            BareWorker worker =
                    new BareWorker("latency", node.coordinator().queue(), 1, leases::add);
            Thread thread = Thread.ofPlatform().daemon().start(worker);
            for (int i = -WARM_UP; i < MEASURED; i++) {
                Thread.sleep(IDLE_MILLIS);
                long began = System.nanoTime();
                JobView job = node.coordinator().jobs().submit(request);
                Long leased = leases.poll(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
                if (leased == null) {
                    throw new IllegalStateException("the element was not leased");
                }
                if (i >= 0) {
                    millis[i] = (leased - began) / 1e6;
                }
                node.coordinator().jobs().await(job.id(), LONGEST);
            }
            thread.interrupt();
            thread.join();
        }
        return millis;
    }
}
