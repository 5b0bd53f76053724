package org.proteus.policies.scaling;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a job is at a moment.
 *
 * @param at time since any fixed moment
 * @param workers workers that are there and take its tasks
 * @param work work units done so far, of completed tasks and of those under way
 * @param measure what a work unit is
 * @param completed tasks completed so far
 * @param places what workers have done at source and sink so far, for tasks under way too; absent
 *     where nobody observes it
 * @param sums sums over completed tasks, as far as they are known
 * @param around what else is known
 */
public record Sample(
        Duration at,
        int workers,
        double work,
        String measure,
        long completed,
        Optional<PlaceUse> places,
        TaskSums sums,
        Surroundings around) {}
