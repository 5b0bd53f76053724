package org.proteus.coordinator.scaling;

import java.util.Optional;
import org.proteus.foundation.model.job.ScalingRequest;
import org.proteus.policies.scaling.StageUse;
import org.proteus.policies.scaling.TaskSums;

/**
 * A running job as the scaler sees it.
 *
 * @param id its id
 * @param request how its workers shall be chosen
 * @param ended objects that have ended so far
 * @param open objects listed that have not ended
 * @param queued objects listed that wait for a worker
 * @param working workers that have tasks of it, those included that shall go; a part of one that
 *     has others too
 * @param work how far it is
 */
public record ScalableJob(
        String id,
        ScalingRequest request,
        long ended,
        long open,
        long queued,
        double working,
        Work work) {

    /**
     * How far a job is, in work units.
     *
     * @param done work of ended objects and of those under way
     * @param measure the unit that all its tasks have, {@code ms} of media or {@code pixels}; else
     *     {@code bytes}, or {@code objects} as long as no size is known
     * @param remaining work that is left; absent until everything is listed
     * @param stages what workers did; absent when nobody saw it
     * @param sums sums over completed tasks
     */
    public record Work(
            double done,
            String measure,
            Optional<Double> remaining,
            Optional<StageUse> stages,
            TaskSums sums) {

        /** Returns work that is counted in objects, of which nothing else is known. */
        public static Work objects(long ended) {
            return new Work(ended, "objects", Optional.empty(), Optional.empty(), TaskSums.NONE);
        }
    }
}
