package org.proteus.coordinator.jobs;

import java.util.Map;
import org.proteus.coordinator.dispatch.Stage;
import org.proteus.foundation.model.protocol.Progress;

/**
 * The seconds that workers spent in each stage of a job's tasks, and what they tell of how far a
 * task is: a stage counts as much as it takes of their time.
 *
 * @param fetching seconds spent reading from the source
 * @param running seconds in between
 * @param storing seconds spent writing to the sink
 */
record StageTimes(double fetching, double running, double storing) {

    static final StageTimes NONE = new StageTimes(0, 0, 0);

    /** While nothing is known every stage counts alike. */
    static final StageTimes EVEN = new StageTimes(1, 1, 1);

    /** Returns these and some seconds more of so many workers in each stage. */
    StageTimes plus(double seconds, Map<Stage, Integer> workers) {
        return new StageTimes(
                fetching + seconds * workers.getOrDefault(Stage.FETCH, 0),
                running + seconds * workers.getOrDefault(Stage.RUN, 0),
                storing + seconds * workers.getOrDefault(Stage.STORE, 0));
    }

    /** Returns the seconds spent at source and sink. */
    double atPlaces() {
        return fetching + storing;
    }

    /** Returns the share of a task that is done, 0 to 1. */
    double share(Progress task) {
        double all = fetching + running + storing;
        if (all == 0) {
            return EVEN.share(task);
        }
        return (atPlaces() * placesShare(task) + running * stepsShare(task)) / all;
    }

    /** Returns the share of a task's reading and writing that is done, 0 to 1. */
    double placesShare(Progress task) {
        if (atPlaces() == 0) {
            return EVEN.placesShare(task);
        }
        return switch (Stage.of(task)) {
            case FETCH -> part(task) * fetching / atPlaces();
            case RUN -> fetching / atPlaces();
            case STORE -> (fetching + part(task) * storing) / atPlaces();
        };
    }

    /** Returns the share of what lies between reading and writing that is done, 0 to 1. */
    static double stepsShare(Progress task) {
        return switch (Stage.of(task)) {
            case FETCH -> 0;
            case RUN -> part(task);
            case STORE -> 1;
        };
    }

    private static double part(Progress task) {
        return task.total() > 0 ? Math.clamp((double) task.done() / task.total(), 0, 1) : 0;
    }
}
