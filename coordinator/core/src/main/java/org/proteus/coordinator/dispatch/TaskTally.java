package org.proteus.coordinator.dispatch;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkSize;
import org.proteus.policies.scaling.TaskSums;

/**
 * Sums over the tasks that were committed to this coordinator, by job: they tell how much one task
 * differs from the next. Thread-safe.
 */
public final class TaskTally {

    private static final double MILLIS = 1000;

    private final Map<Unit, TaskSums> byUnit = new ConcurrentHashMap<>();

    private record Unit(String job, String measure) {}

    void done(String job, TaskRecord record) {
        double seconds = seconds(record);
        add(new Unit(job, WorkSize.BYTES), seconds, Math.max(1, record.sourceSize()));
        record.size().ifPresent(size -> add(new Unit(job, size.measure()), seconds, size.amount()));
    }

    private void add(Unit unit, double seconds, long units) {
        double work = units;
        byUnit.merge(
                unit, TaskSums.NONE.plus(seconds, work), (sums, first) -> sums.plus(seconds, work));
    }

    /** What its steps took; a task also waits, for a slot and for the network. */
    private static double seconds(TaskRecord record) {
        long steps = record.steps().stream().mapToLong(StepRecord::durationMillis).sum();
        return (steps > 0 ? steps : record.durationMillis()) / MILLIS;
    }

    /** Returns the sums of a job over the tasks whose work is known in a unit. */
    public TaskSums of(String job, String measure) {
        return byUnit.getOrDefault(new Unit(job, measure), TaskSums.NONE);
    }

    /** Forgets every other job. */
    public void retain(Collection<String> jobs) {
        byUnit.keySet().removeIf(unit -> !jobs.contains(unit.job()));
    }
}
