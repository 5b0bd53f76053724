package org.proteus.coordinator;

import java.time.Duration;

/**
 * Limits of transformations whose caller waits; they are held in memory.
 *
 * @param places how many there may be at once, waiting or running; at least 1
 * @param maxBytes largest object and largest result, in bytes; at least 1
 * @param longest longest time one may take in all
 */
public record InstantLimits(int places, long maxBytes, Duration longest) {

    /** 16 places of 64 MB each, 5 minutes. */
    public static final InstantLimits DEFAULT =
            new InstantLimits(16, 64L << 20, Duration.ofMinutes(5));

    /**
     * @throws IllegalArgumentException if a limit is out of range; the message names it
     */
    public InstantLimits {
        if (places < 1 || maxBytes < 1 || !longest.isPositive()) {
            throw new IllegalArgumentException(
                    "instant limits must be above 0, found %d places, %d bytes, %s"
                            .formatted(places, maxBytes, longest));
        }
    }
}
