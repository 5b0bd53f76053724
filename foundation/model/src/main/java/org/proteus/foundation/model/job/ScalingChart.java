package org.proteus.foundation.model.job;

import java.util.List;

/**
 * The course of a job's scaling, ready for a chart. It has at most some hundred points: the older a
 * job becomes, the wider apart they are.
 *
 * @param job id of the job
 * @param points what was measured, oldest first; none while the job is paused
 * @param decisions the newest decisions, oldest of them first
 */
public record ScalingChart(String job, List<ScalingPoint> points, List<Decision> decisions) {

    public ScalingChart {
        points = List.copyOf(points);
        decisions = List.copyOf(decisions);
    }
}
