package org.proteus.policies.simulation;

import java.util.SplittableRandom;
import org.proteus.policies.scaling.Effort;
import org.proteus.policies.scaling.StageUse;
import org.proteus.policies.scaling.TaskSums;

/** A job while it runs: its queue, its source, and what of it is done. */
final class JobRun {

    private static final double HALF = 0.5;

    final int index;
    final double starts;
    final SharedStation source;
    final Chooser chooser;
    final Trace trace = new Trace();

    private final SplittableRandom random;
    private final double meanSize;
    private JobScenario world;
    private int queued;
    private double logMean;
    private double logDeviation;

    TaskSums sums = TaskSums.NONE;
    double done;
    StageUse use = StageUse.NONE;
    int running;
    int wanted;
    int given;
    double ended = Double.NaN;

    /** A task's size in bytes and the seconds that it runs alone. */
    record Task(double size, double seconds) {}

    JobRun(int index, JobScenario world, int tasks, Chooser chooser, long seed, int workers) {
        this.index = index;
        this.world = world;
        this.starts = Oracle.seconds(world.starts());
        this.queued = tasks;
        this.chooser = chooser;
        this.random = new SplittableRandom(seed * 31 + index);
        this.meanSize = world.sizes().mean();
        this.source = new SharedStation(workers, world::pace);
        times();
    }

    void change(double time, Change change) {
        world = world.after(change);
        source.speeds(time, world::pace);
        times();
    }

    /** A lognormal factor of mean 1. */
    private void times() {
        double variance = Math.log1p(world.spread() * world.spread());
        logDeviation = Math.sqrt(variance);
        logMean = -variance / 2;
    }

    Task take() {
        queued--;
        running++;
        double size = world.sizes().next(random);
        double factor = Math.exp(logMean + logDeviation * random.nextGaussian());
        return new Task(size, world.seconds() * size / meanSize * factor);
    }

    boolean isFetchFree() {
        return Double.isInfinite(world.source()) && Double.isInfinite(world.perWorker());
    }

    void complete(double time, Task task, double taken, double fetching) {
        sums = sums.plus(taken, task.size());
        Effort fetched = new Effort(fetching, task.size());
        use = use.plus(new StageUse(fetched, new Effort(taken - fetching, task.size())));
        done += task.size();
        running--;
        if (queued == 0 && running == 0) {
            ended = time;
        }
    }

    /** Returns the share of their time that tasks were at the source, as far as it is known. */
    double fetchingShare() {
        if (isFetchFree()) {
            return 0;
        }
        return sums.tasks() == 0 ? HALF : use.places().seconds() / sums.seconds();
    }

    int queued() {
        return queued;
    }

    int open() {
        return queued + running;
    }

    double remaining() {
        return queued * meanSize;
    }

    boolean progress() {
        return world.progress();
    }

    boolean isActive(double time) {
        return starts <= time && Double.isNaN(ended);
    }
}
