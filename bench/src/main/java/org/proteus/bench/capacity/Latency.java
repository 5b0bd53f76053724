package org.proteus.bench.capacity;

import java.util.Arrays;
import java.util.Locale;

/** Times of one kind, in milliseconds. */
final class Latency {

    private final double[] sorted;

    Latency(double[] millis) {
        sorted = millis.clone();
        Arrays.sort(sorted);
    }

    /** Prints median and 99th percentile, and the ratio of the medians to a baseline. */
    void print(String what, Latency baseline) {
        System.out.printf(
                Locale.ROOT,
                "%-28s median %7.2f ms, p99 %7.2f ms, ratio of medians %.2f%n",
                what,
                quantile(0.5),
                quantile(0.99),
                quantile(0.5) / baseline.quantile(0.5));
    }

    private double quantile(double q) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(q * sorted.length))];
    }
}
