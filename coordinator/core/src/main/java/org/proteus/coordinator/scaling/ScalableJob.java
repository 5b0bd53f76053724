package org.proteus.coordinator.scaling;

import org.proteus.foundation.model.job.ScalingRequest;

/**
 * A running job as the scaler sees it.
 *
 * @param id its id
 * @param request how its workers shall be chosen
 * @param ended objects that have ended so far; never falls
 * @param open objects listed that have not ended
 */
public record ScalableJob(String id, ScalingRequest request, long ended, long open) {}
