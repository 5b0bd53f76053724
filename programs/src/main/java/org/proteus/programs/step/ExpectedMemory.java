package org.proteus.programs.step;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.foundation.model.program.UnitId;

/**
 * How much memory steps will use: the most that was seen of the unit on objects of about the same
 * size, and a little more. What was seen long ago fades. Thread-safe.
 */
final class ExpectedMemory {

    /** Most steps use less; those that use more are known after their first run. */
    static final long UNKNOWN = 256L << 20;

    private static final double MARGIN = 1.25;
    private static final double FADING = 0.9;

    /** Sizes within a factor of sixteen are about the same. */
    private static final int BITS_OF_A_CLASS = 4;

    private record Key(UnitId unit, int sizeClass) {

        static Key of(UnitId unit, long inputBytes) {
            int bits = Long.SIZE - Long.numberOfLeadingZeros(inputBytes);
            return new Key(unit, bits / BITS_OF_A_CLASS);
        }
    }

    private final Map<Key, Long> peaks = new ConcurrentHashMap<>();

    /**
     * Returns what a step is expected to use at most, in bytes.
     *
     * @param inputBytes size of its input
     * @param declared what its unit declares as the most; 0 when it declares nothing
     * @param most what it will be stopped at
     */
    long of(UnitId unit, long inputBytes, long declared, long most) {
        Long peak = peaks.get(Key.of(unit, inputBytes));
        long expected = declared > 0 ? declared : UNKNOWN;
        if (peak != null) {
            expected = (long) (peak * MARGIN);
        }
        return most > 0 ? Math.min(expected, most) : expected;
    }

    /** Takes into account what a step used; nothing for runs too short to be looked at. */
    void saw(UnitId unit, long inputBytes, long peakBytes) {
        if (peakBytes > 0) {
            peaks.merge(
                    Key.of(unit, inputBytes),
                    peakBytes,
                    (before, now) -> Math.max(now, (long) (before * FADING)));
        }
    }
}
