package org.proteus.policies.scaling;

import java.time.Duration;

/**
 * Settings of one job's policy.
 *
 * @param workers number for a policy that keeps one
 * @param ratio efficiency ratio: the smallest share of a proportional speed-up that pays; above 0,
 *     at most 1. A ratio e weighs time against cost as cost x time^w with e = 1/(1+w)
 * @param min fewest workers; at least 0
 * @param max most workers; at least 1 and at least {@code min}
 * @param step by how many workers the first change goes; at least 1
 * @param window how long a rate is measured before a decision
 * @param cooldown shortest time between two changes; zero means no wait
 */
public record ScalingSettings(
        int workers, double ratio, int min, int max, int step, Duration window, Duration cooldown) {

    /**
     * @throws IllegalArgumentException if a setting is out of range; the message names it
     */
    public ScalingSettings {
        require(min >= 0, "min must be at least 0, found " + min);
        require(max >= Math.max(1, min), "max must be at least 1 and at least min, found " + max);
        require(workers >= 1, "workers must be at least 1, found " + workers);
        require(ratio > 0 && ratio <= 1, "ratio must be above 0 and at most 1, found " + ratio);
        require(step >= 1, "step must be at least 1, found " + step);
        require(window.isPositive(), "window must be longer than 0s, found " + window);
        require(!cooldown.isNegative(), "cooldown must be at least 0s, found " + cooldown);
    }

    /** Returns the number of workers nearest to {@code wanted} that these settings allow. */
    public int clamp(int wanted) {
        return Math.clamp(wanted, min, max);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
