package org.proteus.foundation.model.program;

/** How the units for an object are matched and chosen. */
public enum Matching {
    /** Matching decides what is legal, cost decides what is chosen. */
    BEST,
    /**
     * As gDTS did it: exact before support before generic matching, at each level a direct unit
     * before a path, then the shortest path.
     */
    CLASSIC
}
