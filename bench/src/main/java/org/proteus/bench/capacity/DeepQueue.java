package org.proteus.bench.capacity;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.proteus.bench.Node;
import org.proteus.bench.NoopJob;
import org.proteus.bench.queues.BenchDatabase;
import org.proteus.foundation.model.job.JobView;
import org.proteus.worker.Worker;

/** The rate at which the first elements of a job are done while very many wait behind them. */
final class DeepQueue {

    private static final int MEASURED = 2000;
    private static final int SLOTS = 2;
    private static final long LOOK_MILLIS = 5;

    private final BenchDatabase postgres;
    private final Path folder;
    private int runs;

    DeepQueue(BenchDatabase postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** Prints the rates with so many waiting elements, beside those with none. */
    void print(int... waiting) throws Exception {
        for (String kind : new String[] {"H2", "PostgreSQL"}) {
            rate(kind, 0);
            for (int others : waiting) {
                double empty = rate(kind, 0);
                double deep = rate(kind, others);
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d elements while %d wait: %.0f/s, while none waits: %.0f/s, ratio"
                                + " %.2f%n",
                        kind,
                        MEASURED,
                        others,
                        deep,
                        empty,
                        deep / empty);
            }
        }
    }

    private double rate(String kind, int others) throws Exception {
        Path own = folder.resolve("deep" + ++runs);
        Optional<String> url = kind.equals("H2") ? Optional.empty() : Optional.of(postgres.fresh());
        try (Node node = new Node(own, url);
                Backlog backlog =
                        url.isPresent() ? Backlog.atUrl(url.get()) : Backlog.inFolder(own)) {
            JobView job = node.coordinator().jobs().submit(NoopJob.request(MEASURED));
            backlog.grow(job.id(), MEASURED, MEASURED + others);
            long began = System.nanoTime();
            try (Worker _ = node.work(SLOTS)) {
                long done = backlog.done(job.id());
                while (done < MEASURED) {
                    Thread.sleep(LOOK_MILLIS);
                    done = backlog.done(job.id());
                }
                return done / ((System.nanoTime() - began) / 1e9);
            }
        }
    }
}
