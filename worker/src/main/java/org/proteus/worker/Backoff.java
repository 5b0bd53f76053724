package org.proteus.worker;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Longer and longer pauses between attempts, each blurred by half so that many workers do not come
 * back at the same moment. Used by one thread.
 */
final class Backoff {

    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 3_000;

    private int attempts;

    /** Waits before the next attempt. */
    void pause() throws InterruptedException {
        long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts, 16));
        attempts++;
        Thread.sleep(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    int attempts() {
        return attempts;
    }

    void reset() {
        attempts = 0;
    }
}
