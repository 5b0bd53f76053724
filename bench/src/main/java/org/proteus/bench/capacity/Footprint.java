package org.proteus.bench.capacity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.proteus.bench.Node;
import org.proteus.bench.NoopJob;
import org.proteus.bench.queues.BenchDatabase;
import org.proteus.cli.Main;
import org.proteus.foundation.model.job.JobView;

/** The memory of a real {@code proteus serve} that works on a job of a million elements. */
final class Footprint {

    private static final int FEW = 1000;
    private static final Duration WORKING = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 500;
    private static final long MEBIBYTE = 1 << 20;
    private static final Pattern LISTENING = Pattern.compile("listens on (\\S+)");

    private final BenchDatabase postgres;
    private final Path folder;

    Footprint(BenchDatabase postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** Prints the memory with so many elements, beside that with a thousand. */
    void print(int elements) throws Exception {
        for (String kind : new String[] {"H2", "PostgreSQL"}) {
            long few = peak(kind, FEW);
            long many = peak(kind, elements);
            System.out.printf(
                    Locale.ROOT,
                    "%s: coordinator %d MiB at most with %d elements, %d MiB with %d, ratio %.2f"
                            + " (aim: at most 512)%n",
                    kind,
                    many / MEBIBYTE,
                    elements,
                    few / MEBIBYTE,
                    FEW,
                    (double) many / few);
        }
    }

    private long peak(String kind, int elements) throws Exception {
        Path own = folder.resolve("serve-" + kind + elements);
        Optional<String> url = kind.equals("H2") ? Optional.empty() : Optional.of(postgres.fresh());
        String job = fill(own, url, elements);
        try (JavaProcess service =
                JavaProcess.start(
                        Main.class,
                        folder.resolve("serve-" + kind + elements + ".log"),
                        url.map(text -> Map.of("PROTEUS_COORDINATOR_DATABASE", text))
                                .orElse(Map.of()),
                        "serve",
                        "--port",
                        "0",
                        "--workers",
                        "2",
                        "--data",
                        own.toString())) {
            URI address = URI.create(service.await(LISTENING));
            watch(address, job);
            return service.peakBytes();
        }
    }

    private static String fill(Path own, Optional<String> url, int elements) throws Exception {
        try (Node node = new Node(own, url);
                Backlog backlog =
                        url.isPresent() ? Backlog.atUrl(url.get()) : Backlog.inFolder(own)) {
            JobView job = node.coordinator().jobs().submit(NoopJob.request(FEW));
            backlog.grow(job.id(), FEW, elements);
            return job.id();
        }
    }

    /** Looks at the job as a page does, while workers work on it. */
    private static void watch(URI address, String job) throws Exception {
        long end = System.nanoTime() + WORKING.toNanos();
        try (RestClient client = new RestClient(address)) {
            while (System.nanoTime() < end) {
                client.job(job);
                client.get("jobs/" + job + "/elements?state=done&limit=1000");
                Thread.sleep(LOOK_MILLIS);
            }
            System.out.println("  state after a minute: " + client.job(job).counts());
        }
    }
}
