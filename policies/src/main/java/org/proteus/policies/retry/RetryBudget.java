package org.proteus.policies.retry;

import java.time.Duration;

/**
 * How often an element is tried. A failure is what the object or a program did; a loss is what
 * became of the worker. Giving a task back costs neither.
 *
 * @param failures failures after which it is given up, over all plans; at least 1
 * @param losses losses after which it is given up; at least 1
 * @param lossesBeforeAlone losses after which it runs alone in its worker; at least 1
 * @param lossesAlone losses while alone after which it is given up; at least 1
 * @param firstDelay pause after the first failure of the environment; doubled by each further one
 * @param longestDelay longest pause
 */
public record RetryBudget(
        int failures,
        int losses,
        int lossesBeforeAlone,
        int lossesAlone,
        Duration firstDelay,
        Duration longestDelay) {

    /** 3 failures, 20 losses, alone after 2, 3 losses alone, pauses of 2 s to 60 s. */
    public static final RetryBudget DEFAULT =
            new RetryBudget(3, 20, 2, 3, Duration.ofSeconds(2), Duration.ofSeconds(60));

    /** More doublings than any pause needs; keeps the multiplication from overflowing. */
    private static final int MOST_DOUBLINGS = 20;

    /**
     * @throws IllegalArgumentException if a number is out of range; the message names it
     */
    public RetryBudget {
        atLeastOne(failures, "failures");
        atLeastOne(losses, "losses");
        atLeastOne(lossesBeforeAlone, "lossesBeforeAlone");
        atLeastOne(lossesAlone, "lossesAlone");
        if (firstDelay.isNegative() || longestDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("delays must be >= 0s and rise");
        }
    }

    private static void atLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, found " + value);
        }
    }

    /**
     * Decides after a loss.
     *
     * @param lost losses so far, this one included
     * @param lostAlone losses so far while it ran alone, this one included
     */
    public Retry afterLoss(int lost, int lostAlone) {
        if (lost >= losses || lostAlone >= lossesAlone) {
            return new Retry.GiveUp();
        }
        return new Retry.Again(Duration.ZERO, lost >= lossesBeforeAlone);
    }

    /**
     * Decides after a failure.
     *
     * @param failed failures so far, this one included
     * @param repeated whether the same step failed with the same error before
     * @param environment whether the environment failed, so that a pause may help
     * @param alone whether the task runs alone already
     */
    public Retry afterFailure(int failed, boolean repeated, boolean environment, boolean alone) {
        if (repeated || failed >= failures) {
            return new Retry.GiveUp();
        }
        return new Retry.Again(environment ? delay(failed) : Duration.ZERO, alone);
    }

    private Duration delay(int failed) {
        Duration delay = firstDelay.multipliedBy(1L << Math.min(failed - 1, MOST_DOUBLINGS));
        return delay.compareTo(longestDelay) > 0 ? longestDelay : delay;
    }
}
