package org.proteus.policies.scaling.adaptive;

import java.util.function.IntToDoubleFunction;

/**
 * Workers that execute on their own and queue for one source that all of them share. By exact mean
 * value analysis (Reiser and Lavenberg 1980) of a closed network of a delay and one station; the
 * throughput bends at the asymptotic knee (exec + D) / D.
 */
final class SharedSource implements Curve {

    private final double[] rates;
    private final double knee;

    /**
     * @param executing seconds that a work unit executes, by number of workers
     * @param service seconds that a work unit keeps the source busy, unqueued (D); at least 0
     * @param most highest number of workers that will be asked for
     */
    SharedSource(IntToDoubleFunction executing, double service, int most) {
        this.rates = new double[most + 1];
        this.knee =
                service > 0
                        ? (executing.applyAsDouble(1) + service) / service
                        : Double.POSITIVE_INFINITY;
        // The time at the source depends on the queue that one worker fewer makes there.
        double queue = 0;
        for (int n = 1; n < rates.length; n++) {
            double atSource = service * (1 + queue);
            rates[n] = n / (executing.applyAsDouble(n) + atSource);
            queue = rates[n] * atSource;
        }
    }

    @Override
    public double at(int workers) {
        return rates[Math.min(workers, rates.length - 1)];
    }

    /** Returns (exec + D) / D: where the source would give no more if nobody ever waited. */
    double knee() {
        return knee;
    }

    /**
     * Returns the seconds that a work unit spends at the source, waiting included.
     *
     * @param workers number of workers; at least 1
     * @param executing seconds that a work unit executes
     * @param service seconds that it keeps the source busy, unqueued
     */
    static double residence(int workers, double executing, double service) {
        double queue = 0;
        double residence = 0;
        for (int n = 1; n <= workers; n++) {
            residence = service * (1 + queue);
            queue = n * residence / (executing + residence);
        }
        return residence;
    }
}
