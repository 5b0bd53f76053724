package org.proteus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.proteus.coordinator.Jobs;
import org.proteus.library.Proteus;
import org.proteus.library.ProteusSettings;

/**
 * No-op elements: inline objects that already have the type asked for, with their result rows kept
 * and every commit synced to the disk. Beside it in the same run the naive durable queue: the same
 * database engine, an element inserted, leased and finished in transactions of its own.
 *
 * <p>Arguments: elements (20000), pairs (5).
 */
public final class NoopElements {

    private static final int MEBIBYTE = 1 << 20;

    private NoopElements() {}

    /** Runs the pairs and prints rates, the median ratio and the heap after each job. */
    public static void main(String[] args) throws Exception {
        int elements = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int pairs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path folder = Files.createTempDirectory("proteus-noop-");
        List<Double> ratios = new ArrayList<>();
        try (Proteus proteus = Proteus.open(ProteusSettings.in(folder.resolve("proteus")))) {
            run(proteus.jobs(), Math.min(elements, 2000));
            NaiveQueue.run(folder.resolve("warm"), Math.min(elements, 200));
            System.out.printf("heap before: %d MiB%n", heap());
            for (int pair = 1; pair <= pairs; pair++) {
                double ours = run(proteus.jobs(), elements);
                double naive = NaiveQueue.run(folder.resolve("naive" + pair), elements / 10);
                ratios.add(ours / naive);
                System.out.printf(
                        "pair %d: proteus %.0f/s, naive %.0f/s, ratio %.2f, heap after %d MiB%n",
                        pair, ours, naive, ours / naive, heap());
            }
        } finally {
            delete(folder);
        }
        double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "median ratio %.2f of %s%n", sorted[sorted.length / 2], Arrays.toString(sorted));
    }

    private static double run(Jobs jobs, int elements) throws InterruptedException {
        return elements / NoopJob.run(jobs, NoopJob.request(elements)).seconds();
    }

    /** Used heap after a full collection, in MiB. */
    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
