package org.proteus.policies.scaling;

import java.util.Optional;

/**
 * Running sums over completed tasks; the difference of two is what happened in between.
 *
 * @param tasks completed tasks
 * @param seconds their seconds, from lease to commit
 * @param secondsSquared squares of the same
 * @param work their work units
 * @param workSquared squares of the same
 * @param secondsWork products of seconds and work units
 */
public record TaskSums(
        long tasks,
        double seconds,
        double secondsSquared,
        double work,
        double workSquared,
        double secondsWork) {

    /** No task. */
    public static final TaskSums NONE = new TaskSums(0, 0, 0, 0, 0, 0);

    private static final int ENOUGH = 5;

    /**
     * Returns these and a further task.
     *
     * @param took seconds from its lease to its commit
     * @param units its work units
     */
    public TaskSums plus(double took, double units) {
        return new TaskSums(
                tasks + 1,
                seconds + took,
                secondsSquared + took * took,
                work + units,
                workSquared + units * units,
                secondsWork + took * units);
    }

    /** Returns what these have more than earlier ones. */
    public TaskSums since(TaskSums earlier) {
        return new TaskSums(
                tasks - earlier.tasks,
                seconds - earlier.seconds,
                secondsSquared - earlier.secondsSquared,
                work - earlier.work,
                workSquared - earlier.workSquared,
                secondsWork - earlier.secondsWork);
    }

    /** Returns the mean seconds of a task; absent when there is none. */
    public Optional<Double> meanSeconds() {
        return tasks < 1 ? Optional.empty() : Optional.of(seconds / tasks);
    }

    /**
     * Returns how much one task's time differs from what its work would let expect, as a share of
     * the mean time: the residual of a ratio estimator (Cochran, Sampling Techniques, chapter 6).
     * Absent with too few tasks.
     */
    public Optional<Double> spread() {
        if (tasks < ENOUGH || !(seconds > 0) || !(work > 0)) {
            return Optional.empty();
        }
        double pace = seconds / work;
        double residual = secondsSquared - 2 * pace * secondsWork + pace * pace * workSquared;
        double variance = Math.max(0, residual) / (tasks - 1);
        return Optional.of(Math.sqrt(variance) / (seconds / tasks));
    }
}
