package org.proteus.policies.scaling;

/**
 * What workers did in some stage of their tasks, in a window or until a moment.
 *
 * @param seconds seconds that they spent in it, all together; at least 0
 * @param work work units that they took through it in this time; at least 0
 */
public record Effort(double seconds, double work) {

    /**
     * @throws IllegalArgumentException if a number is negative, infinite or not a number
     */
    public Effort {
        require(seconds >= 0 && seconds < Double.POSITIVE_INFINITY, "seconds", seconds);
        require(work >= 0 && work < Double.POSITIVE_INFINITY, "work", work);
    }

    /** Returns both together. */
    public Effort plus(Effort other) {
        return new Effort(seconds + other.seconds, work + other.work);
    }

    /** Returns what this has more than an earlier one; never less than nothing. */
    public Effort since(Effort earlier) {
        return new Effort(Math.max(0, seconds - earlier.seconds), Math.max(0, work - earlier.work));
    }

    private static void require(boolean holds, String name, double found) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be >= 0 and finite, found " + found);
        }
    }
}
