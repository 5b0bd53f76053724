package org.proteus.worker;

import java.util.concurrent.TimeUnit;

/**
 * How many tasks a worker should hold before their store stage: one waiting for each slot when
 * tasks are long, so that nothing is hoarded; as many as end in a quarter of a second when they are
 * short, so that the way to the coordinator does not set the pace. Not thread-safe.
 */
final class Pace {

    /** Long enough to hide a lease call, short enough to be given back at once. */
    private static final double AHEAD_SECONDS = 0.25;

    private static final int MOST_AHEAD = 500;

    /** Weight of the newest interval: the mean follows within some sixteen tasks. */
    private static final double NEWEST = 1.0 / 16;

    private final int slots;
    private double meanSeconds = Double.POSITIVE_INFINITY;
    private long lastNanos;

    Pace(int slots, long nowNanos) {
        this.slots = slots;
        this.lastNanos = nowNanos;
    }

    /** A task has passed the transform stage. */
    void passed(long nowNanos) {
        double seconds = (nowNanos - lastNanos) / (double) TimeUnit.SECONDS.toNanos(1);
        lastNanos = nowNanos;
        meanSeconds =
                Double.isInfinite(meanSeconds)
                        ? seconds
                        : meanSeconds + NEWEST * (seconds - meanSeconds);
    }

    /**
     * Returns the most tasks to hold: those in slots and those ahead of them. An interval that is
     * not over counts as soon as it is longer than the mean.
     */
    int depth(long nowNanos) {
        double open = (nowNanos - lastNanos) / (double) TimeUnit.SECONDS.toNanos(1);
        double ahead = AHEAD_SECONDS / Math.max(Math.max(meanSeconds, open), 1e-9);
        return slots + (int) Math.clamp(ahead, slots, Math.max(slots, MOST_AHEAD));
    }

    /** Whether tasks are so short that more are held ahead than one for each slot. */
    boolean isFast(long nowNanos) {
        return depth(nowNanos) > 2 * slots;
    }
}
