package org.proteus.foundation.model.protocol;

import java.util.List;
import java.util.Optional;

/**
 * How much work a task is, in the unit that tells best how long it takes.
 *
 * @param amount how much; above 0
 * @param measure the unit: {@code ms} of sound or video, or {@code pixels}
 */
public record WorkSize(long amount, String measure) {

    /** The unit in which the work of any task is known. */
    public static final String BYTES = "bytes";

    /** A video of many pixels is measured by how long it lasts. */
    private static final List<String> BEST_FIRST = List.of("ms", "pixels");

    /**
     * @throws IllegalArgumentException if it is no such amount
     */
    public WorkSize {
        if (amount <= 0 || !BEST_FIRST.contains(measure)) {
            throw new IllegalArgumentException(
                    "work is more than 0 of %s, not %d %s"
                            .formatted(String.join(" or ", BEST_FIRST), amount, measure));
        }
    }

    /**
     * Returns the size that a step's progress tells.
     *
     * @param total work of the step in all; 0 when unknown
     * @param measure what is counted
     * @return absent when it tells nothing of how long the task takes
     */
    public static Optional<WorkSize> told(long total, String measure) {
        return total > 0 && BEST_FIRST.contains(measure)
                ? Optional.of(new WorkSize(total, measure))
                : Optional.empty();
    }

    /** Returns the one in the better unit; of the same unit the larger one. */
    public WorkSize orBetter(WorkSize other) {
        int order = Integer.compare(BEST_FIRST.indexOf(measure), BEST_FIRST.indexOf(other.measure));
        boolean better = order == 0 ? amount >= other.amount : order < 0;
        return better ? this : other;
    }
}
