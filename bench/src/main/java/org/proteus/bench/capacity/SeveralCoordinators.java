package org.proteus.bench.capacity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.proteus.bench.queues.BenchDatabase;
import org.proteus.foundation.model.OpenedParts;

/** The same job with 1, 2 and 4 coordinators, each a process, on one PostgreSQL. */
final class SeveralCoordinators {

    private static final int[] COORDINATORS = {1, 2, 4};
    private static final int WORKERS = 8;
    private static final int WARM_UP = 1000;
    private static final int MEASURED = 5000;
    private static final int ROUNDS = 3;
    private static final Pattern READY = Pattern.compile("ready (\\S+)");
    private static final Pattern DONE = Pattern.compile("done in (\\S+)");

    private final BenchDatabase postgres;
    private final Path folder;
    private int runs;

    SeveralCoordinators(BenchDatabase postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** Prints the rates, each beside that of one coordinator in the same round. */
    void print() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            double one = 0;
            for (int coordinators : COORDINATORS) {
                double rate = rate(coordinators);
                one = coordinators == 1 ? rate : one;
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %d coordinators, %d workers in all: %.0f/s, ratio to one %.2f%n",
                        round,
                        coordinators,
                        WORKERS,
                        rate,
                        rate / one);
            }
        }
    }

    private double rate(int coordinators) throws Exception {
        String database = postgres.fresh();
        List<JavaProcess> nodes = new ArrayList<>();
        OpenedParts opened = new OpenedParts();
        try {
            for (int i = 0; i < coordinators; i++) {
                Path own = folder.resolve("node" + ++runs);
                nodes.add(
                        opened.add(
                                JavaProcess.start(
                                        SharedNode.class,
                                        folder.resolve("node" + runs + ".log"),
                                        Map.of(),
                                        own.toString(),
                                        database,
                                        Integer.toString(WORKERS / coordinators))));
                nodes.getLast().await(READY);
            }
            seconds(nodes.getFirst(), WARM_UP);
            return MEASURED / seconds(nodes.getFirst(), MEASURED);
        } finally {
            opened.close();
        }
    }

    private static double seconds(JavaProcess node, int elements) throws Exception {
        node.say(Integer.toString(elements));
        return Double.parseDouble(node.await(DONE));
    }
}
