package org.proteus.coordinator.webhook;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before a message is sent once more. A pure function. */
final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration IN_ALL = Duration.ofDays(1);
    private static final int GROWTH = 3;

    private Pauses() {}

    /**
     * Returns the pause after a failed attempt; empty when a day is over.
     *
     * @param attempts attempts so far; at least 1
     * @param age time since the job ended
     */
    static Optional<Duration> after(int attempts, Duration age) {
        Duration pause = FIRST;
        for (int i = 1; i < attempts && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(GROWTH);
        }
        Duration next = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
        return Optional.of(next).filter(wait -> age.plus(wait).compareTo(IN_ALL) <= 0);
    }
}
