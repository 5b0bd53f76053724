package org.proteus.coordinator.scaling;

import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ScalingPoint;

/** What the scaler sees of the coordinator, and where it writes what it decided. Thread-safe. */
public interface ScalingView {

    /** Returns every job that is running now; a paused one wants no workers. */
    List<ScalableJob> runningJobs();

    /** Returns the number of live workers of a pool that take work. */
    int liveWorkers(String pool);

    /** Returns the number of those that told that they have nothing to do. */
    int idleWorkers(String pool);

    /** Adds a decision to a job's log, with what the job has cost until now. */
    void record(String job, Decision decision);

    /**
     * Keeps where jobs stand now, by their ids; called every two seconds.
     *
     * @param points each with what was spent since the one before; the sum is kept
     */
    void note(Map<String, ScalingPoint> points);
}
