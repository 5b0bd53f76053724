package org.proteus.policies.simulation;

import java.util.ArrayList;
import java.util.List;

/** How many workers a job wanted over time. */
final class Trace {

    /**
     * A change of the wanted number.
     *
     * @param time when, in seconds
     * @param workers how many from then on
     */
    record Step(double time, int workers) {}

    private final List<Step> steps = new ArrayList<>();
    private double end;

    void wants(double time, int workers) {
        if (steps.isEmpty() || steps.getLast().workers() != workers) {
            steps.add(new Step(time, workers));
        }
        end = time;
    }

    void end(double time) {
        end = time;
    }

    List<Step> steps() {
        return steps;
    }

    double end() {
        return end;
    }
}
