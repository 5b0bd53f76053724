package org.proteus.policies.scaling;

import java.util.List;

/**
 * Decides how many workers a job wants. A pure function: no I/O, no clock, no state; thread-safe.
 *
 * <p>The caller clamps every verdict to {@link ScalingSettings#clamp(int)}, so a faulty policy
 * cannot exhaust the host.
 */
public interface ScalingPolicy {

    /** Returns the id by which requests name it. */
    String id();

    /**
     * Returns how many workers to start a job with.
     *
     * @param settings settings of the job
     */
    Verdict start(ScalingSettings settings);

    /**
     * Decides at the end of a measured window.
     *
     * @param settings settings of the job
     * @param windows every window of the job so far, oldest first; the last one has just ended
     */
    Verdict decide(ScalingSettings settings, List<Window> windows);
}
