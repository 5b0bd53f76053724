package org.proteus.programs.step;

import java.time.Duration;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Lets steps begin as long as the memory that they will want is there: together no more than this
 * worker may use, and each no more than the machine has left. One at a time always may, however
 * much it wants; its own limit is what stops it. Who comes first goes first. Thread-safe.
 */
final class MemoryRoom {

    /** The machine's memory changes without a word to us. */
    private static final Duration RECHECK = Duration.ofMillis(500);

    private final long capacity;
    private final LongSupplier available;
    private final TreeSet<Long> waiting = new TreeSet<>();
    private long arrivals;
    private int running;
    private long promised;

    /**
     * @param capacity what the steps of this worker may use together, in bytes
     * @param available what the machine could give now, in bytes
     */
    MemoryRoom(long capacity, LongSupplier available) {
        this.capacity = capacity;
        this.available = available;
    }

    /** The room that a step has until it ends. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Waits until there is room.
     *
     * @param bytes what the step is expected to use at most
     * @throws InterruptedException if the thread was interrupted; then it has no room
     */
    synchronized Place enter(long bytes) throws InterruptedException {
        long number = arrivals++;
        waiting.add(number);
        try {
            while (waiting.first() != number || !fits(bytes)) {
                wait(RECHECK.toMillis());
            }
            running++;
            promised += bytes;
        } finally {
            waiting.remove(number);
            notifyAll();
        }
        return () -> leave(bytes);
    }

    private boolean fits(long bytes) {
        return running == 0 || (promised + bytes <= capacity && bytes <= available.getAsLong());
    }

    private synchronized void leave(long bytes) {
        running--;
        promised -= bytes;
        notifyAll();
    }
}
