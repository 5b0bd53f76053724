package org.proteus.worker;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the tasks that have not passed the transform stage, and says how many more are wanted. */
final class Intake {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int slots;
    private final Pace pace;
    private int ahead;
    private boolean mayFetchAhead = true;

    Intake(int slots) {
        this.slots = slots;
        this.pace = new Pace(slots, System.nanoTime());
    }

    void entered() {
        lock.lock();
        try {
            ahead++;
        } finally {
            lock.unlock();
        }
    }

    /** A task has passed the transform stage or ended before. */
    void left() {
        lock.lock();
        try {
            ahead--;
            pace.passed(System.nanoTime());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until more tasks are wanted.
     *
     * @return how many; free slots are filled first, so that idle workers find work before busy
     *     ones fetch ahead
     */
    int awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (room() <= 0) {
                changed.await();
            }
            return room();
        } finally {
            lock.unlock();
        }
    }

    private int room() {
        long now = System.nanoTime();
        boolean fast = pace.isFast(now);
        if (!mayFetchAhead || (ahead < slots && !fast)) {
            return slots - ahead;
        }
        int depth = pace.depth(now);
        int room = depth - ahead;
        // Short tasks come in batches: a call for each of them would cost more than they do.
        return fast && room < depth / 4 ? 0 : room;
    }

    /** Whether tasks may be taken that wait here for a slot. */
    void fetchAhead(boolean may) {
        lock.lock();
        try {
            mayFetchAhead = may;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the slots that no task is meant for. */
    int idleSlots() {
        lock.lock();
        try {
            return Math.max(0, slots - ahead);
        } finally {
            lock.unlock();
        }
    }
}
