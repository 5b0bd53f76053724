package org.proteus.programs.process;

/**
 * A clock that stands still while processes are frozen, so that limits and measured times count
 * only what they were allowed to work. Thread-safe.
 */
public final class WorkClock {

    private boolean stopped;
    private long stoppedAt;
    private long lost;

    WorkClock() {}

    /** Returns nanoseconds since some point in time, as {@link System#nanoTime()} does. */
    public synchronized long nanos() {
        return (stopped ? stoppedAt : System.nanoTime()) - lost;
    }

    synchronized void stop() {
        if (!stopped) {
            stopped = true;
            stoppedAt = System.nanoTime();
        }
    }

    synchronized void goOn() {
        if (stopped) {
            stopped = false;
            lost += System.nanoTime() - stoppedAt;
        }
    }
}
