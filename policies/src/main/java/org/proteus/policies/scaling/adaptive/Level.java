package org.proteus.policies.scaling.adaptive;

import org.proteus.policies.scaling.PlaceUse;
import org.proteus.policies.scaling.Window;

/** All that was measured with one number of workers. Not thread-safe. */
final class Level {

    /** A rate is never known better than to a hundredth; the world is not that steady. */
    private static final double BEST_KNOWN = 0.01;

    private final int workers;
    private double seconds;
    private double work;
    private double squares;
    private int windows;
    private double placeSeconds;
    private double placeWork;
    private double executingSeconds;
    private double executedWork;

    Level(int workers) {
        this.workers = workers;
    }

    void add(Window window) {
        double length = window.seconds();
        seconds += length;
        work += length * window.rate().perSecond();
        squares += length * window.rate().perSecond() * window.rate().perSecond();
        windows++;
        window.around().places().ifPresent(places -> add(window, places));
    }

    private void add(Window window, PlaceUse places) {
        double all = window.workers() * window.seconds();
        placeSeconds += places.seconds();
        placeWork += places.work();
        executingSeconds += Math.max(all - places.seconds(), all * BEST_KNOWN);
        executedWork += window.seconds() * window.rate().perSecond();
    }

    int workers() {
        return workers;
    }

    double rate() {
        return work / seconds;
    }

    /** Returns the relative standard error of the rate, with so much noise in a worker-second. */
    double error(double noise) {
        return Math.max(noise / Math.sqrt(workers * seconds), BEST_KNOWN);
    }

    /** Returns by how many windows this level has more than one. */
    int repeats() {
        return windows - 1;
    }

    /** Returns the sum of the squared distances of its windows from its mean, relative to that. */
    double scatter() {
        return Math.max(0, squares / (rate() * rate()) - seconds) * workers;
    }

    Point point(double noise) {
        return new Point(workers, rate(), rate() * error(noise));
    }

    /** Whether it is known what workers did at their source and sink. */
    boolean knowsPlaces() {
        return executedWork > 0;
    }

    /** Returns the seconds that a worker executes for a work unit. */
    double executing() {
        return executingSeconds / executedWork;
    }

    /** Returns the seconds that a work unit spends at its source and sink, waiting included. */
    double atPlaces() {
        return placeWork > 0 ? placeSeconds / placeWork : 0;
    }

    /** Returns the work units that were done. */
    double work() {
        return work;
    }
}
