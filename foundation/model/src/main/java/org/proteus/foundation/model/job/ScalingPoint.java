package org.proteus.foundation.model.job;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the scaling of a job was at a moment; a point of each series of a chart.
 *
 * @param at when
 * @param rate rate over the window that ended then, in {@code measure} per second; absent when
 *     nothing was measured yet
 * @param error standard error of the rate, in the same unit; absent when nobody knows it
 * @param measure what the rate counts, for example {@code objects} or {@code bytes}
 * @param workers workers of the job that were there
 * @param booting workers that it had been given and that were not there
 * @param idle workers of the pool that had nothing to do
 * @param wanted workers that its policy wanted
 * @param queued objects that waited for a worker
 * @param cost what the job had cost until then
 */
public record ScalingPoint(
        Instant at,
        Optional<Double> rate,
        Optional<Double> error,
        String measure,
        int workers,
        int booting,
        int idle,
        int wanted,
        long queued,
        JobCost cost) {

    /** Returns the same with another cost. */
    public ScalingPoint withCost(JobCost other) {
        return new ScalingPoint(
                at, rate, error, measure, workers, booting, idle, wanted, queued, other);
    }
}
