package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.foundation.model.protocol.TaskKey;

/**
 * The leases that were given out here a moment ago: so recently that they cannot have run out. The
 * first plan under such a lease need not ask the database what failed before. Thread-safe.
 */
final class FreshLeases {

    private final long freshNanos;
    private final Map<TaskKey, List<StepFailure>> failures = new HashMap<>();
    private final Deque<Given> given = new ArrayDeque<>();

    private record Given(TaskKey key, long at) {}

    /**
     * @param fresh for how long a lease counts as fresh; shorter than it lasts
     */
    FreshLeases(Duration fresh) {
        freshNanos = fresh.toNanos();
    }

    /** Notes leases whose transaction is over; the tasks as they were before. */
    synchronized void given(List<TaskRow> tasks, long leasedAt) {
        forgetOld();
        for (TaskRow task : tasks) {
            TaskKey key = new TaskKey(task.id().toString(), task.token() + 1);
            failures.put(key, task.failed());
            given.addLast(new Given(key, leasedAt));
        }
    }

    /** Returns the steps that failed before a lease, once; absent when the lease is not fresh. */
    synchronized Optional<List<StepFailure>> take(TaskKey key) {
        forgetOld();
        return Optional.ofNullable(failures.remove(key));
    }

    /** Forgets all, because some were taken back. */
    synchronized void clear() {
        failures.clear();
        given.clear();
    }

    private void forgetOld() {
        long now = System.nanoTime();
        while (!given.isEmpty() && now - given.getFirst().at() > freshNanos) {
            failures.remove(given.removeFirst().key());
        }
    }
}
