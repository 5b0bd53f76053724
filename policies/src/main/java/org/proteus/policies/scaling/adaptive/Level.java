package org.proteus.policies.scaling.adaptive;

import org.proteus.policies.scaling.Effort;
import org.proteus.policies.scaling.StageUse;
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
    private StageUse stages = StageUse.NONE;

    Level(int workers) {
        this.workers = workers;
    }

    void add(Window window) {
        double length = window.seconds();
        seconds += length;
        work += length * window.rate().perSecond();
        squares += length * window.rate().perSecond() * window.rate().perSecond();
        windows++;
        window.around().stages().ifPresent(use -> stages = stages.plus(use));
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

    /** Whether it is known where the time of the workers went. */
    boolean knowsStages() {
        return stages.work() > 0;
    }

    /** Returns the seconds that a worker executes for a work unit. */
    double executing() {
        return each(stages.steps(), stages.seconds() * BEST_KNOWN);
    }

    /** Returns the seconds that a work unit spends at its source and sink, waiting included. */
    double atPlaces() {
        return each(stages.places(), 0);
    }

    /** Until something has gone through a stage, it is as if what was done had. */
    private double each(Effort stage, double least) {
        double done = stage.work() > 0 ? stage.work() : stages.work();
        return Math.max(stage.seconds(), least) / done;
    }

    /** Returns the work units that were done. */
    double work() {
        return work;
    }
}
