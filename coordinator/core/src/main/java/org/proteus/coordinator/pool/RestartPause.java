package org.proteus.coordinator.pool;

import java.time.Duration;

/**
 * How long to wait before a dead worker is replaced: not at all after a long life, twice as long
 * each time after a short one. Not thread-safe.
 */
final class RestartPause {

    private static final Duration HEALTHY = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration length = Duration.ZERO;
    private long endsAt = System.nanoTime();

    void died(Duration age) {
        if (age.compareTo(HEALTHY) >= 0) {
            length = Duration.ZERO;
        } else if (length.isZero()) {
            length = SHORTEST;
        } else {
            Duration doubled = length.multipliedBy(2);
            length = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        }
        endsAt = System.nanoTime() + length.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - endsAt >= 0;
    }
}
