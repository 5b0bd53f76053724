package org.proteus.worker;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds what fetched objects take of the disk, so that fetching ahead does not fill it: half of
 * what was free at the start. One object is always let through, however large. Thread-safe.
 */
final class DiskRoom {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final long limit;
    private long taken;

    DiskRoom(long freeBytes) {
        limit = freeBytes / 2;
    }

    /** Waits until there is room for that many bytes; a size that is not known counts as none. */
    void take(long bytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (taken > 0 && taken + bytes > limit) {
                freed.await();
            }
            taken += bytes;
        } finally {
            lock.unlock();
        }
    }

    void giveBack(long bytes) {
        lock.lock();
        try {
            taken -= bytes;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
