package org.proteus.bench.queues;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rates of all systems with one number of slots, pair by pair. */
final class Rates {

    private static final String OURS = "proteus";

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, List<Double>> toBetterQueue = new LinkedHashMap<>();
    private final Map<String, List<Double>> toBetterCelery = new LinkedHashMap<>();

    /**
     * Notes a pair.
     *
     * @param pair elements a second of each system
     * @param betterQueue of db-scheduler and JobRunr
     * @param betterCelery of those that keep results; 0 when there is none
     */
    void add(Map<String, Double> pair, double betterQueue, double betterCelery) {
        pair.forEach((name, rate) -> {
            put(rates, name, rate);
            if (name.startsWith(OURS)) {
                put(toBetterQueue, name, rate / betterQueue);
            }
            if (name.startsWith(OURS) && betterCelery > 0) {
                put(toBetterCelery, name, rate / betterCelery);
            }
        });
    }

    private static void put(Map<String, List<Double>> all, String name, double value) {
        all.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /** Prints the medians. */
    void print(int slots) {
        print(rates, slots, "%.0f", "elements/s");
        print(toBetterQueue, slots, "%.2f", "times the better of db-scheduler and JobRunr (aim 2)");
        print(toBetterCelery, slots, "%.2f", "times Celery with results, better prefetch (aim 1)");
    }

    private static void print(
            Map<String, List<Double>> all, int slots, String format, String unit) {
        all.forEach((name, values) -> {
            List<String> texts =
                    values.stream()
                            .map(value -> String.format(Locale.ROOT, format, value))
                            .toList();
            System.out.printf(
                    Locale.ROOT,
                    "%d slots: %-36s median %s %s of %s%n",
                    slots,
                    name,
                    String.format(Locale.ROOT, format, median(values)),
                    unit,
                    texts);
        });
    }

    private static double median(List<Double> all) {
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
