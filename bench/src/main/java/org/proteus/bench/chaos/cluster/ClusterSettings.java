package org.proteus.bench.chaos.cluster;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a cluster is made of.
 *
 * @param folder folder of everything it writes
 * @param coordinators number of coordinators
 * @param workers number of workers
 * @param slots steps that a worker runs at once
 * @param heartbeat a worker's sign of life; a lease lasts three of them
 */
public record ClusterSettings(
        Path folder, int coordinators, int workers, int slots, Duration heartbeat) {

    /**
     * @throws IllegalArgumentException if a number is out of range; the message names it
     */
    public ClusterSettings {
        if (coordinators < 1 || coordinators > 20 || workers < 1 || workers > 100 || slots < 1) {
            throw new IllegalArgumentException(
                    "a cluster has 1 to 20 coordinators, 1 to 100 workers, and 1 slot or more");
        }
    }

    /** Returns how long a lease lasts. */
    public Duration lease() {
        return heartbeat.multipliedBy(3);
    }
}
