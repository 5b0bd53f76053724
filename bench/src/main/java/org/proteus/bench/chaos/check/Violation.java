package org.proteus.bench.chaos.check;

/**
 * Something that must never be.
 *
 * @param kind what was broken
 * @param what where, in words
 */
public record Violation(Kind kind, String what) {

    /** What can be broken. */
    public enum Kind {
        /** An accepted object has no element, no end, or no result although it is sound. */
        LOST,
        /** An object has two elements, two results or two final names. */
        DOUBLED,
        /** A result counted whose lease was not the newest any more. */
        STALE,
        /** Something lies in a sink or work folder, or runs, that nobody needs. */
        STRAY,
        /** A result is not what was committed, or not what it should be. */
        WRONG,
        /** An element ended without a result, and nothing says why. */
        UNEXPLAINED
    }
}
