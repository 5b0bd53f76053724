package org.proteus.bench.capacity;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.proteus.bench.BareWorker;
import org.proteus.bench.NoopJob;
import org.proteus.bench.queues.BenchDatabase;
import org.proteus.foundation.model.OpenedParts;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.server.access.AccessToken.Role;
import org.proteus.worker.remote.BearerToken;
import org.proteus.worker.remote.CoordinatorAddress;
import org.proteus.worker.remote.CoordinatorConnection;
import org.proteus.worker.remote.RemoteWorkQueue;

/** Workers that ask for one task at a time by HTTP: 500 of them beside 10. */
final class ManyWorkers {

    private static final int FEW = 10;
    private static final int MANY = 500;
    private static final int ELEMENTS = 5000;
    private static final long SETTLE_MILLIS = 5000;
    private static final long LOOK_MILLIS = 10;
    private static final long MEBIBYTE = 1 << 20;

    /** Workers that share an HTTP client, as if they were on one machine. */
    private static final int ON_A_MACHINE = 50;

    private static final Pattern LISTENING = Pattern.compile("listening on (\\S+)");

    private final BenchDatabase postgres;
    private final Path folder;

    ManyWorkers(BenchDatabase postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** Prints rates and memory on both databases. */
    void print() throws Exception {
        for (String kind : new String[] {"H2", "PostgreSQL"}) {
            double few = print(kind, FEW, 0);
            print(kind, MANY, few);
        }
    }

    private double print(String kind, int workers, double baseline) throws Exception {
        Path own = folder.resolve("server-" + kind + workers);
        List<String> arguments = new ArrayList<>(List.of(own.toString()));
        if (!kind.equals("H2")) {
            arguments.add(postgres.fresh());
        }
        try (JavaProcess server =
                JavaProcess.start(
                        ServerNode.class,
                        folder.resolve("server-" + kind + workers + ".log"),
                        Map.of(),
                        arguments.toArray(String[]::new))) {
            URI address = URI.create(server.await(LISTENING));
            double rate = rate(address, own, workers);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d polling workers: %.0f leases/s, ratio to %d workers %.2f, coordinator"
                            + " %d MiB at most%n",
                    kind,
                    workers,
                    rate,
                    FEW,
                    baseline == 0 ? 1 : rate / baseline,
                    server.peakBytes() / MEBIBYTE);
            return rate;
        }
    }

    private static double rate(URI address, Path own, int workers) throws Exception {
        OpenedParts connections = new OpenedParts();
        List<Thread> threads = new ArrayList<>();
        try (RestClient client = new RestClient(address)) {
            BearerToken token = BearerToken.read(own.resolve(Role.WORKER.file()));
            CoordinatorConnection connection = null;
            for (int i = 0; i < workers; i++) {
                if (i % ON_A_MACHINE == 0) {
                    connection =
                            connections.add(
                                    new CoordinatorConnection(
                                            List.of(
                                                    CoordinatorAddress.of(
                                                            address.toString(), false)),
                                            token));
                }
                threads.add(
                        Thread.ofVirtual()
                                .start(
                                        new BareWorker(
                                                "polling-" + i,
                                                new RemoteWorkQueue(connection),
                                                1,
                                                _ -> {})));
            }
            Thread.sleep(SETTLE_MILLIS);
            long began = System.nanoTime();
            JobView job = client.submit(NoopJob.request(ELEMENTS));
            while (!job.state().isFinal()) {
                Thread.sleep(LOOK_MILLIS);
                job = client.job(job.id());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            if (!job.allDone()) {
                throw new IllegalStateException("not all done: " + job.counts());
            }
            return ELEMENTS / seconds;
        } finally {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
            connections.close();
        }
    }
}
