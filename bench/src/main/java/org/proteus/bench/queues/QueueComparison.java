package org.proteus.bench.queues;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * No-op elements through Proteus, db-scheduler, JobRunr and Celery, in turn, on the same real
 * PostgreSQL with every commit synced: from the first submit to the last one done.
 *
 * <p>Arguments: elements, pairs, folder of the Celery scripts.
 */
public final class QueueComparison {

    private static final int[] SLOTS = {2, 8};
    private static final int[] PREFETCH = {1, 64};
    private static final int WARM_UP = 500;

    private final BenchDatabase database;
    private final List<Contender> contenders;
    private final int elements;

    private QueueComparison(BenchDatabase database, List<Contender> contenders, int elements) {
        this.database = database;
        this.contenders = contenders;
        this.elements = elements;
    }

    /** Runs the pairs and prints rates and ratios. */
    public static void main(String[] args) throws Exception {
        int elements = Integer.parseInt(args[0]);
        int pairs = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("proteus-queues-");
        String missing = CeleryPackages.missing();
        try (BenchDatabase database = BenchDatabase.start();
                RabbitMq broker =
                        missing.isEmpty() ? RabbitMq.start(folder.resolve("rabbitmq")) : null) {
            List<Contender> contenders = new ArrayList<>();
            contenders.add(new ProteusContender(folder));
            contenders.add(new BareQueueContender(folder));
            contenders.add(new DbSchedulerContender());
            contenders.add(new JobRunrContender());
            if (broker == null) {
                System.out.println("Celery is left out; it needs: " + missing);
            } else {
                contenders.addAll(celeries(broker, Path.of(args[2]), folder));
            }
            System.out.printf(
                    "%d elements, %d pairs, PostgreSQL %s, fsync and synchronous_commit on%n",
                    elements, pairs, database.version());
            new QueueComparison(database, contenders, elements).run(pairs);
        } finally {
            delete(folder);
        }
    }

    private static List<Contender> celeries(RabbitMq broker, Path scripts, Path folder) {
        List<Contender> celeries = new ArrayList<>();
        for (boolean resultsKept : new boolean[] {false, true}) {
            for (int prefetch : PREFETCH) {
                celeries.add(new CeleryContender(broker, scripts, folder, prefetch, resultsKept));
            }
        }
        return celeries;
    }

    private void run(int pairs) throws Exception {
        for (int slots : SLOTS) {
            Rates rates = new Rates();
            // What was compiled for the first is there for the second, so the first is not counted.
            for (int pair = 0; pair <= pairs; pair++) {
                Map<Contender, Double> measured = pair(slots, pair, pair == 0 ? WARM_UP : elements);
                if (pair > 0) {
                    add(rates, measured);
                }
            }
            rates.print(slots);
        }
    }

    /** Runs each once; another one begins each time. */
    private Map<Contender, Double> pair(int slots, int pair, int count) throws Exception {
        List<Contender> turn = new ArrayList<>(contenders);
        Collections.rotate(turn, -pair);
        Map<Contender, Double> measured = new LinkedHashMap<>();
        contenders.forEach(contender -> measured.put(contender, 0.0));
        for (Contender contender : turn) {
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            double rate = count / contender.run(database.fresh(), slots, WARM_UP, count);
            measured.put(contender, rate);
            System.out.printf(
                    Locale.ROOT,
                    "%d slots, pair %d: %-36s %6.0f/s (load before %.1f)%n",
                    slots,
                    pair,
                    contender.name(),
                    rate,
                    load);
        }
        return measured;
    }

    private static void add(Rates rates, Map<Contender, Double> measured) {
        Map<String, Double> named = new LinkedHashMap<>();
        double betterQueue = 0;
        double betterCelery = 0;
        for (Map.Entry<Contender, Double> one : measured.entrySet()) {
            double rate = one.getValue();
            named.put(one.getKey().name(), rate);
            switch (one.getKey()) {
                case ProteusContender _, BareQueueContender _ -> {}
                case CeleryContender celery ->
                        betterCelery =
                                celery.resultsKept() ? Math.max(betterCelery, rate) : betterCelery;
                default -> betterQueue = Math.max(betterQueue, rate);
            }
        }
        rates.add(named, betterQueue, betterCelery);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
