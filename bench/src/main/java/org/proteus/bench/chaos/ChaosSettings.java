package org.proteus.bench.chaos;

import java.time.Duration;
import org.proteus.bench.chaos.cluster.ClusterSettings;

/**
 * What a run does.
 *
 * @param cluster what it is done to
 * @param seed what the schedule of faults and the objects are made from
 * @param lasts how long there are faults and new jobs
 * @param lanes faults at the same time
 * @param objectsPerJob objects of a job that forwards
 */
public record ChaosSettings(
        ClusterSettings cluster, long seed, Duration lasts, int lanes, int objectsPerJob) {

    /**
     * @throws IllegalArgumentException if a number is out of range; the message names it
     */
    public ChaosSettings {
        if (!lasts.isPositive() || lanes < 0 || objectsPerJob < 1) {
            throw new IllegalArgumentException(
                    "a run lasts some time, has 0 lanes or more, and jobs of 1 object or more");
        }
    }

    /** Returns it for the one who waits. */
    public String text() {
        return "seed " + seed + ", everything is kept in " + cluster.folder();
    }
}
