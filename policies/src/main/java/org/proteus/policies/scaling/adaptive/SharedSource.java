package org.proteus.policies.scaling.adaptive;

import java.util.function.IntToDoubleFunction;

/**
 * Workers that execute on their own and queue for one source that all of them share. By exact mean
 * value analysis (Reiser and Lavenberg 1980) of a closed network of a delay and one station; the
 * throughput bends at the asymptotic knee (exec + D) / D.
 */
final class SharedSource implements Curve {

    private static final int HALVINGS = 50;

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
     * Returns the unqueued service time at the source that makes a work unit spend so long there.
     *
     * @param workers number of workers; at least 1
     * @param executing seconds that a work unit executes
     * @param atSource seconds that it spends at the source, waiting included
     */
    static double service(int workers, double executing, double atSource) {
        double low = atSource / workers;
        double high = atSource;
        for (int i = 0; i < HALVINGS && high - low > 1e-6 * high; i++) {
            double middle = (low + high) / 2;
            if (residence(workers, executing, middle) < atSource) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double residence(int workers, double executing, double service) {
        double queue = 0;
        double residence = 0;
        for (int n = 1; n <= workers; n++) {
            residence = service * (1 + queue);
            queue = n * residence / (executing + residence);
        }
        return residence;
    }
}
