package org.proteus.foundation.model.job;

import java.time.Instant;

/**
 * An entry of a job's log: a decision on the number of workers, with its numbers.
 *
 * @param at when it was taken
 * @param policy id of the policy
 * @param workers workers during the window
 * @param wanted workers wanted from now on
 * @param rate measured rate, in {@code measure} per second
 * @param measure what the rate counts, for example {@code objects} or {@code bytes}
 * @param reason the numbers and the conclusion in words
 */
public record Decision(
        Instant at,
        String policy,
        int workers,
        int wanted,
        double rate,
        String measure,
        String reason) {}
