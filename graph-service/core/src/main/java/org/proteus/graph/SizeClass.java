package org.proteus.graph;

import java.util.Comparator;
import java.util.List;

/** Objects of about one size, which take a unit about the same time. */
public enum SizeClass {
    /** Up to 64 KiB: starting the program is all the work. */
    TINY(64L << 10),
    /** Up to 1 MiB. */
    SMALL(1L << 20),
    /** Up to 16 MiB. */
    MEDIUM(16L << 20),
    /** Up to 256 MiB. */
    LARGE(256L << 20),
    /** All above. */
    HUGE(Long.MAX_VALUE);

    private final long most;

    SizeClass(long most) {
        this.most = most;
    }

    /** Returns the class of a size in bytes; a negative one is unknown and taken as small. */
    public static SizeClass of(long bytes) {
        if (bytes < 0) {
            return SMALL;
        }
        for (SizeClass size : values()) {
            if (bytes <= size.most) {
                return size;
            }
        }
        return HUGE;
    }

    /** Returns a size in bytes that is usual in this class. */
    long usual() {
        return this == HUGE ? 1L << 30 : most / 4;
    }

    /** Returns every class, the nearest to this one first; of two as near the smaller. */
    List<SizeClass> nearest() {
        List<SizeClass> all = List.of(values());
        int here = all.indexOf(this);
        return all.stream()
                .sorted(Comparator.comparingInt(other -> Math.abs(all.indexOf(other) - here)))
                .toList();
    }
}
