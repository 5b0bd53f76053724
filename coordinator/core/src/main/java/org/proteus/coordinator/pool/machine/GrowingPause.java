package org.proteus.coordinator.pool.machine;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A pause that doubles with each failure, from a shortest to a longest. Not thread-safe. */
final class GrowingPause {

    private final Duration shortest;
    private final Duration longest;
    private final LongSupplier nanos;
    private Duration pause = Duration.ZERO;
    private long notBefore;

    GrowingPause(Duration shortest, Duration longest, LongSupplier nanos) {
        this.shortest = shortest;
        this.longest = longest;
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
    }

    boolean isOver() {
        return nanos.getAsLong() - notBefore >= 0;
    }

    /** Of failures that come together, one lengthens the pause. */
    void failed() {
        if (isOver()) {
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(shortest) < 0 ? shortest : doubled;
            pause = pause.compareTo(longest) > 0 ? longest : pause;
            last(pause);
        }
    }

    /** Makes a pause that does not grow. */
    void last(Duration time) {
        notBefore = nanos.getAsLong() + time.toNanos();
    }

    /** Ends a pause under way; the next one is the shortest. */
    void succeeded() {
        pause = Duration.ZERO;
        last(Duration.ZERO);
    }
}
