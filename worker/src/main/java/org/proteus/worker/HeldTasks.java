package org.proteus.worker;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.TaskKey;

/** Every lease of this worker, from the moment it came until nothing more is owed for it. */
final class HeldTasks {

    /** How long a change of the time that is left may go unseen. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fewer = lock.newCondition();
    private final Map<TaskKey, HeldTask> tasks = new LinkedHashMap<>();

    void add(HeldTask task) {
        lock.lock();
        try {
            tasks.put(task.key(), task);
        } finally {
            lock.unlock();
        }
    }

    void remove(HeldTask task) {
        lock.lock();
        try {
            tasks.remove(task.key(), task);
            fewer.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<HeldTask> all() {
        lock.lock();
        try {
            return List.copyOf(tasks.values());
        } finally {
            lock.unlock();
        }
    }

    List<Progress> progress() {
        return all().stream().map(HeldTask::progress).toList();
    }

    void stop(Collection<TaskKey> keys, StopReason reason) {
        for (TaskKey key : keys) {
            HeldTask task = find(key);
            if (task != null) {
                task.stop(reason);
            }
        }
    }

    private HeldTask find(TaskKey key) {
        lock.lock();
        try {
            return tasks.get(key);
        } finally {
            lock.unlock();
        }
    }

    void awaitEmpty() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!tasks.isEmpty()) {
                fewer.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds a task, and waits until it is the only one. */
    void awaitOnly(HeldTask task) throws InterruptedException {
        add(task);
        lock.lockInterruptibly();
        try {
            while (tasks.size() > 1) {
                fewer.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is no task; tells whether that happened in time.
     *
     * @param nanosLeft how much time is left, which may become less while it waits
     */
    boolean awaitEmpty(LongSupplier nanosLeft) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!tasks.isEmpty() && nanosLeft.getAsLong() > 0) {
                fewer.awaitNanos(Math.min(nanosLeft.getAsLong(), LOOK_NANOS));
            }
            return tasks.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
