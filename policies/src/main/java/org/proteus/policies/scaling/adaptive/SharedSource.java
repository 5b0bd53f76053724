package org.proteus.policies.scaling.adaptive;

import java.util.function.IntToDoubleFunction;

/**
 * Workers that execute on their own and read from one source, each through a line of its own, until
 * together they want more than it gives: then they share it. Exact for a closed network of a delay
 * and a station with processor sharing, whose speed grows with its customers up to a limit
 * (Baskett, Chandy, Muntz and Palacios 1975); the throughput bends at the asymptotic knee.
 */
final class SharedSource implements Curve {

    /** Weights count in relation to each other only; they are kept from growing endlessly. */
    private static final double LARGE = 1e200;

    private final double[] rates;
    private final double knee;

    /**
     * @param executing seconds that a work unit executes, by number of workers
     * @param places what a work unit takes at the source
     * @param most highest number of workers that will be asked for
     */
    SharedSource(IntToDoubleFunction executing, Places places, int most) {
        this.rates = new double[most + 1];
        this.knee =
                places.service() > 0
                        ? (executing.applyAsDouble(1) + places.unqueued()) / places.service()
                        : Double.POSITIVE_INFINITY;
        for (int n = 1; n < rates.length; n++) {
            double time = executing.applyAsDouble(n);
            rates[n] = n / (time + residence(n, time, places.unqueued(), places.share()));
        }
    }

    @Override
    public double at(int workers) {
        return rates[Math.min(workers, rates.length - 1)];
    }

    /** Returns (exec + unqueued) / service: where the source gives no more if nobody ever waits. */
    double knee() {
        return knee;
    }

    /**
     * Returns the seconds that a work unit spends at the source, waiting included.
     *
     * @param workers number of workers; at least 1
     * @param executing seconds that a work unit executes; above 0
     * @param unqueued seconds that it takes there when nobody else is there
     * @param share share of what the source gives that one worker can take, 0 to 1
     */
    static double residence(int workers, double executing, double unqueued, double share) {
        if (unqueued == 0) {
            return 0;
        }
        double weight = 1;
        double all = 1;
        double served = 0;
        for (int there = 1; there <= workers; there++) {
            double speed = Math.min(there, 1 / share);
            weight *= (workers - there + 1) / executing * unqueued / speed;
            all += weight;
            served += weight * speed;
            if (all > LARGE) {
                weight /= LARGE;
                served /= LARGE;
                all /= LARGE;
            }
        }
        return workers * unqueued * all / served - executing;
    }
}
