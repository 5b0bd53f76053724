package org.proteus.bench.capacity;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.proteus.bench.queues.BenchDatabase;

/**
 * How far the queue goes, each beside its baseline in the same run.
 *
 * <p>Arguments: what to measure, of latency, deep, deepest, coordinators, workers and memory.
 */
public final class Capacity {

    private static final int MILLION = 1_000_000;

    private Capacity() {}

    /** Measures one after the other. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("proteus-capacity-");
        try (BenchDatabase postgres = BenchDatabase.start()) {
            for (String what : args) {
                System.out.printf(
                        Locale.ROOT,
                        "%s, load before %.1f%n",
                        what,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
                measure(what, postgres, folder);
            }
        } finally {
            delete(folder);
        }
    }

    private static void measure(String what, BenchDatabase postgres, Path folder) throws Exception {
        switch (what) {
            case "latency" -> StartLatency.print(postgres, folder);
            case "deep" -> new DeepQueue(postgres, folder).print(1000, 100_000);
            case "deepest" -> new DeepQueue(postgres, folder).print(MILLION);
            case "coordinators" -> new SeveralCoordinators(postgres, folder).print();
            case "workers" -> new ManyWorkers(postgres, folder).print();
            case "memory" -> new Footprint(postgres, folder).print(MILLION);
            default -> throw new IllegalArgumentException("nothing to measure is called " + what);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
