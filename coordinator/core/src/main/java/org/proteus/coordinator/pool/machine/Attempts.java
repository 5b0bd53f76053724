package org.proteus.coordinator.pool.machine;

import java.time.Duration;

/**
 * When the next machine may be asked for: at once while all goes well, after a growing pause when
 * attempts fail, after a fixed one when a quota is met. Thread-safe.
 */
final class Attempts {

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration quotaPause;
    private Duration pause = Duration.ZERO;
    private long notBefore = System.nanoTime();
    private String note = "";

    Attempts(Duration quotaPause) {
        this.quotaPause = quotaPause;
    }

    synchronized boolean allowed() {
        return System.nanoTime() - notBefore >= 0;
    }

    /** Returns why there is a pause; empty while all goes well. */
    synchronized String note() {
        return note;
    }

    synchronized void succeeded() {
        pause = Duration.ZERO;
        note = "";
    }

    synchronized void failed(MachineException failure) {
        if (failure.reason() == MachineException.Reason.QUOTA) {
            note = "quota reached: " + failure.getMessage();
            notBefore = System.nanoTime() + quotaPause.toNanos();
        } else {
            failed("no machine can be made: " + failure.getMessage());
        }
    }

    /** Of attempts that fail together, one lengthens the pause. */
    synchronized void failed(String why) {
        note = why;
        if (allowed()) {
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(SHORTEST) < 0 ? SHORTEST : doubled;
            pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
            notBefore = System.nanoTime() + pause.toNanos();
        }
    }
}
