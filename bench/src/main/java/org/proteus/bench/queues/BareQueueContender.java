package org.proteus.bench.queues;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.proteus.bench.BareWorker;
import org.proteus.bench.Node;
import org.proteus.bench.NoopJob;
import org.proteus.foundation.model.job.JobRequest;

/**
 * The queue of Proteus alone: workers that lease and commit, and do as little with an element as
 * the handlers of the others. Rows of elements, attempts and results are the same.
 */
final class BareQueueContender implements Contender {

    /** About as many as a worker holds of tasks that take no time. */
    private static final int LEASED_AT_ONCE = 200;

    private final Path folder;

    BareQueueContender(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "proteus, the queue alone";
    }

    @Override
    public double run(String database, int slots, int warmUp, int elements) throws Exception {
        JobRequest request = NoopJob.request(elements);
        List<Thread> workers = new ArrayList<>();
        try (Node node =
                new Node(folder.resolve(UUID.randomUUID().toString()), Optional.of(database))) {
            for (int i = 0; i < slots; i++) {
                workers.add(
                        Thread.ofPlatform()
                                .start(
                                        new BareWorker(
                                                "bare-" + i,
                                                node.coordinator().queue(),
                                                LEASED_AT_ONCE,
                                                _ -> {})));
            }
            NoopJob.run(node.coordinator().jobs(), NoopJob.request(warmUp));
            NoopJob.Done done = NoopJob.run(node.coordinator().jobs(), request);
            for (Thread worker : workers) {
                worker.interrupt();
                worker.join();
            }
            ProteusContender.requireOnce(database, done.id(), elements);
            return done.seconds();
        }
    }
}
