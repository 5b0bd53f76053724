package org.proteus.bench.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** Times two ways of answering the same questions, in turn. */
final class Clock {

    private final double[] ours;
    private final double[] theirs;
    private int asked;

    Clock(int questions) {
        ours = new double[questions];
        theirs = new double[questions];
    }

    /** Times both; which comes first alternates. */
    void time(Supplier<?> one, Supplier<?> other) {
        if (asked % 2 == 0) {
            ours[asked] = millis(one);
            theirs[asked] = millis(other);
        } else {
            theirs[asked] = millis(other);
            ours[asked] = millis(one);
        }
        asked++;
    }

    static double millis(Supplier<?> action) {
        long began = System.nanoTime();
        Object result = action.get();
        double millis = (System.nanoTime() - began) / 1e6;
        if (result == null) {
            throw new IllegalStateException("no answer");
        }
        return millis;
    }

    /** Prints the quantiles of both and the ratio of their medians. */
    void print(String what, String baseline) {
        System.out.printf(
                Locale.ROOT,
                "%-34s median %8.3f ms, p99 %8.3f ms | %s median %8.3f ms | ratio %.2f%n",
                what,
                quantile(ours, 0.5),
                quantile(ours, 0.99),
                baseline,
                quantile(theirs, 0.5),
                quantile(ours, 0.5) / quantile(theirs, 0.5));
    }

    private double quantile(double[] all, double q) {
        double[] sorted = Arrays.copyOf(all, asked);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(asked - 1, Math.floor(q * asked))];
    }
}
