package org.proteus.policies.scaling;

/**
 * Where the time of workers went, in a window or until a moment, and what work went through there
 * in the same time: a task cut in two by the end of a window counts in each stage for what was done
 * of it there.
 *
 * @param places reading from the source and writing to the sink; its seconds for a work unit tell
 *     how far these are saturated, because they grow when workers queue there
 * @param steps all in between
 */
public record StageUse(Effort places, Effort steps) {

    /** Nothing was done. */
    public static final StageUse NONE = new StageUse(new Effort(0, 0), new Effort(0, 0));

    /** Returns both together. */
    public StageUse plus(StageUse other) {
        return new StageUse(places.plus(other.places), steps.plus(other.steps));
    }

    /** Returns what this has more than an earlier one; never less than nothing. */
    public StageUse since(StageUse earlier) {
        return new StageUse(places.since(earlier.places), steps.since(earlier.steps));
    }

    /** Returns the seconds that the workers spent. */
    public double seconds() {
        return places.seconds() + steps.seconds();
    }

    /**
     * Returns the work units that were done. Each stage counts as much as it took of the time: so a
     * task progresses evenly, and it matters least where the window cuts it.
     */
    public double work() {
        double seconds = seconds();
        return seconds > 0
                ? (places.seconds() * places.work() + steps.seconds() * steps.work()) / seconds
                : 0;
    }
}
