package org.proteus.policies.scaling.adaptive;

import java.util.Collection;
import java.util.function.IntToDoubleFunction;

/**
 * Where the time goes that a work unit spends at its source and sink: a part in which it keeps busy
 * what all workers share and others wait, and a part that costs only itself, through a narrow line
 * of the worker's own. With one number of workers the parts look alike.
 *
 * @param service seconds that a work unit keeps the shared part busy, unqueued (D); at least 0
 * @param alone seconds that it takes besides, however many workers there are; at least 0
 * @param tried whether numbers of workers far enough from each other tell the parts apart
 */
record Places(double service, double alone, boolean tried) {

    /** Numbers of workers that lie so far apart tell whether they wait for each other. */
    private static final double APART = 1.4;

    /** Queues that grow and shrink make the times differ by so much from those of a steady one. */
    private static final double ROUGH = 0.1;

    /** By how much a part of its own must lessen the squared misses if nothing was known before. */
    private static final double DOUBT = 3;

    private static final int SHARES = 50;

    /** A share above this is taken for all of it. */
    private static final double NEARLY_ALL = 0.75;

    /** Shares with which nobody waits fit all alike but for rounding; the lowest is taken. */
    private static final double ALIKE = 1e-6;

    /** Returns the seconds that a work unit takes there when nobody waits. */
    double unqueued() {
        return service + alone;
    }

    /** Returns which share of the unqueued time is shared, 0 to 1; 1 when there is none at all. */
    double share() {
        double all = service + alone;
        return all > 0 ? service / all : 1;
    }

    /**
     * Fits both parts. All of the time counts as shared, unless the numbers of workers contradict
     * this; more clearly, if it was seen to be shared before.
     *
     * @param levels what was measured by number of workers; at least one
     * @param executing seconds that a work unit executes, by number of workers
     * @param noise relative error of a worker-second's rate
     * @param before what is known of the share from a world before this one
     */
    static Places fit(
            Collection<Level> levels, IntToDoubleFunction executing, double noise, Share before) {
        if (!areApart(levels)) {
            return of(levels, executing, before.value(), before.known());
        }
        if (levels.stream().allMatch(level -> level.atPlaces() == 0)) {
            return new Places(0, 0, true);
        }
        Places best = of(levels, executing, 1, true);
        double least = best.misses(levels, executing, noise);
        double bound = least - (before.known() ? Fit.PENALTY : DOUBT);
        for (int i = 0; i < NEARLY_ALL * SHARES; i++) {
            Places other = of(levels, executing, (double) i / SHARES, true);
            double misses = other.misses(levels, executing, noise);
            if (misses < Math.min(bound, least - ALIKE)) {
                best = other;
                least = misses;
            }
        }
        return best;
    }

    private static boolean areApart(Collection<Level> levels) {
        int fewest = levels.stream().mapToInt(Level::workers).min().orElseThrow();
        int most = levels.stream().mapToInt(Level::workers).max().orElseThrow();
        return most >= APART * fewest;
    }

    private static Places of(
            Collection<Level> levels, IntToDoubleFunction executing, double share, boolean tried) {
        double work = 0;
        double unqueued = 0;
        for (Level level : levels) {
            double time = executing.applyAsDouble(level.workers());
            unqueued += level.work() * unqueued(level.workers(), time, level.atPlaces(), share);
            work += level.work();
        }
        double mean = unqueued / work;
        return new Places(share * mean, (1 - share) * mean, tried);
    }

    /** Returns the unqueued time at places that makes a work unit spend so long there. */
    private static double unqueued(int workers, double executing, double atPlaces, double share) {
        double low = atPlaces / workers;
        double high = atPlaces;
        while (high - low > 1e-6 * high) {
            double middle = (low + high) / 2;
            if (residence(workers, executing, middle, share) < atPlaces) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double residence(int workers, double executing, double unqueued, double share) {
        return SharedSource.residence(workers, executing, unqueued, share);
    }

    /** Returns the sum of the squared misses of the time at places, in standard errors. */
    private double misses(Collection<Level> levels, IntToDoubleFunction executing, double noise) {
        // Errors are shares of the mean: shares of each value would draw the fit to the low ones.
        double mean = levels.stream().mapToDouble(Level::atPlaces).average().orElseThrow();
        double sum = 0;
        for (Level level : levels) {
            double time = executing.applyAsDouble(level.workers());
            double modelled = residence(level.workers(), time, service + alone, share());
            double error = mean * Math.max(ROUGH, level.error(noise));
            sum += new Point(level.workers(), level.atPlaces(), error).misses(modelled);
        }
        return sum;
    }

    /**
     * What is known of the share before anything is fitted.
     *
     * @param value the share, 0 to 1
     * @param known whether it was measured
     */
    record Share(double value, boolean known) {

        /** Nothing is known; then all of the time may be shared. */
        static final Share UNKNOWN = new Share(1, false);

        /** A world in which most was nobody's but the worker's says little about another one. */
        private static final double MOST = 0.5;

        /** Returns what a fit lets expect of the world after it. */
        static Share of(Places places) {
            return places.tried() && places.share() >= MOST
                    ? new Share(places.share(), true)
                    : UNKNOWN;
        }
    }
}
