package org.proteus.policies.scaling;

import java.time.Duration;

/**
 * What was measured while the number of workers did not change.
 *
 * @param workers workers during the window; at least 0
 * @param rate work done per second of the window, in whatever unit the job counts
 * @param length how long the window was
 */
public record Window(int workers, double rate, Duration length) {

    /**
     * @throws IllegalArgumentException if a number is negative or not a number
     */
    public Window {
        if (workers < 0) {
            throw new IllegalArgumentException("workers must be >= 0, found " + workers);
        }
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("rate must be >= 0 and finite, found " + rate);
        }
        if (!length.isPositive()) {
            throw new IllegalArgumentException("length must be above 0, found " + length);
        }
    }
}
