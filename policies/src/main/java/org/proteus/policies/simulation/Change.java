package org.proteus.policies.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * A change of the world. What is absent stays.
 *
 * @param at when, since the start of the run
 * @param job index of the job it concerns, from 0
 * @param source bytes in a second that its source gives from then on
 * @param seconds mean time of a task from then on
 * @param spread spread of this time from then on
 */
public record Change(
        Duration at,
        int job,
        Optional<Double> source,
        Optional<Double> seconds,
        Optional<Double> spread) {}
