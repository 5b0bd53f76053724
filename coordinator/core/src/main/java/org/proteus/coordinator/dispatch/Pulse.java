package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those who wait for something to change in this process. Read {@link #count()}, look at the
 * state, then {@link #await} with that count: a beat in between is not missed. Thread-safe.
 */
public final class Pulse {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition beaten = lock.newCondition();
    private long count;

    /** Returns how often it has beaten. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes everybody. */
    public void beat() {
        lock.lock();
        try {
            count++;
            beaten.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it beats again after {@code seen}, or the time is over. */
    public void await(long seen, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (count == seen && left > 0) {
                left = beaten.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the shorter of two times. */
    public static Duration shorter(Duration one, long otherNanos) {
        return Duration.ofNanos(Math.min(one.toNanos(), Math.max(0, otherNanos)));
    }

    /** Returns a point in time for {@link System#nanoTime()} comparisons. */
    public static long deadline(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
