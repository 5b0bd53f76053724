package org.proteus.bench.queues;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rates of all systems with one number of slots, pair by pair. */
final class Rates {

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final List<Double> toBetterQueue = new ArrayList<>();
    private final List<Double> toBetterCelery = new ArrayList<>();

    /** Notes a pair: elements a second of each system, Proteus and its like and Celery. */
    void add(Map<String, Double> pair, double proteus, double betterQueue, double betterCelery) {
        pair.forEach((name, rate) -> rates.computeIfAbsent(name, _ -> new ArrayList<>()).add(rate));
        toBetterQueue.add(proteus / betterQueue);
        if (betterCelery > 0) {
            toBetterCelery.add(proteus / betterCelery);
        }
    }

    /** Prints the medians. */
    void print(int slots) {
        rates.forEach((name, all) ->
                System.out.printf(
                        Locale.ROOT,
                        "%d slots: %-36s median %6.0f/s of %s%n",
                        slots,
                        name,
                        median(all),
                        rounded(all)));
        System.out.printf(
                Locale.ROOT,
                "%d slots: median ratio to the better of db-scheduler and JobRunr %.2f (aim: at"
                        + " least 2)%n",
                slots,
                median(toBetterQueue));
        if (!toBetterCelery.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "%d slots: median ratio to Celery with results, the better prefetch, %.2f (aim:"
                            + " at least 1)%n",
                    slots,
                    median(toBetterCelery));
        }
    }

    private static double median(List<Double> all) {
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String rounded(List<Double> all) {
        return all.stream().map(rate -> "%.0f".formatted(rate)).toList().toString();
    }
}
