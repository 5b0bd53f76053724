package org.proteus.policies.scaling;

import java.time.Duration;
import java.util.Optional;

/**
 * What was measured while the number of workers did not change.
 *
 * @param workers workers during the window; at least 0
 * @param working workers that worked on it in the mean, more than {@code workers} while some that
 *     shall go end their tasks
 * @param rate work done per second of the window
 * @param length how long the window was
 * @param completions tasks completed in it; absent when nobody counted
 * @param around what else was known at its end
 */
public record Window(
        int workers,
        int working,
        Rate rate,
        Duration length,
        Optional<Long> completions,
        Surroundings around) {

    /**
     * @throws IllegalArgumentException if a number is negative
     */
    public Window {
        if (workers < 0) {
            throw new IllegalArgumentException("workers must be >= 0, found " + workers);
        }
        if (!length.isPositive()) {
            throw new IllegalArgumentException("length must be above 0, found " + length);
        }
        completions.ifPresent(Window::refuseNegative);
    }

    private static void refuseNegative(long completions) {
        if (completions < 0) {
            throw new IllegalArgumentException("completions must be >= 0, found " + completions);
        }
    }

    /** Returns how long it was, in seconds. */
    public double seconds() {
        return length.toNanos() / 1e9;
    }

    /**
     * Returns the standard error of the rate. Where nobody estimated it, tasks count as if they
     * ended at random, which is more than most do.
     */
    public double error() {
        return rate.error()
                .orElseGet(() ->
                        rate.perSecond() / Math.sqrt((double) Math.max(1, completions.orElse(1L))));
    }
}
