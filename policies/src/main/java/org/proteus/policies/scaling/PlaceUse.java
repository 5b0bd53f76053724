package org.proteus.policies.scaling;

/**
 * What workers did at the shared source and sink, in a window or until a moment. The seconds for a
 * work unit tell how far these are saturated: they grow when workers queue there.
 *
 * @param seconds seconds that workers spent reading and writing, all together; at least 0
 * @param work work units that they moved in this time; at least 0
 */
public record PlaceUse(double seconds, double work) {

    /**
     * @throws IllegalArgumentException if a number is negative, infinite or not a number
     */
    public PlaceUse {
        require(seconds >= 0 && seconds < Double.POSITIVE_INFINITY, "seconds", seconds);
        require(work >= 0 && work < Double.POSITIVE_INFINITY, "work", work);
    }

    /** Returns what this has more than an earlier one; never less than nothing. */
    public PlaceUse since(PlaceUse earlier) {
        return new PlaceUse(
                Math.max(0, seconds - earlier.seconds), Math.max(0, work - earlier.work));
    }

    private static void require(boolean holds, String name, double found) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be >= 0 and finite, found " + found);
        }
    }
}
