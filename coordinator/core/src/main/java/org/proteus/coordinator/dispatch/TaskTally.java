package org.proteus.coordinator.dispatch;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.policies.scaling.TaskSums;

/**
 * Sums over the tasks that were committed to this coordinator, by job: they tell how much one task
 * differs from the next. Thread-safe.
 */
public final class TaskTally {

    private static final double MILLIS = 1000;

    private final Map<String, TaskSums> byJob = new ConcurrentHashMap<>();

    void done(String job, TaskRecord record) {
        double seconds = seconds(record);
        double work = Math.max(1, record.sourceSize());
        byJob.merge(
                job, TaskSums.NONE.plus(seconds, work), (sums, first) -> sums.plus(seconds, work));
    }

    /** What its steps took; a task also waits, for a slot and for the network. */
    private static double seconds(TaskRecord record) {
        long steps = record.steps().stream().mapToLong(StepRecord::durationMillis).sum();
        return (steps > 0 ? steps : record.durationMillis()) / MILLIS;
    }

    /** Returns the sums of a job. */
    public TaskSums of(String job) {
        return Optional.ofNullable(byJob.get(job)).orElse(TaskSums.NONE);
    }

    /** Forgets every other job. */
    public void retain(Collection<String> jobs) {
        byJob.keySet().retainAll(jobs);
    }
}
