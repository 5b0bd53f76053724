package org.proteus.foundation.model.program;

/**
 * Limits of one step; zero means that the worker's own default holds.
 *
 * @param maxInputBytes largest input taken, in bytes
 * @param maxOutputBytes largest output allowed, in bytes
 * @param maxExpansion largest output as a multiple of the input
 * @param maxSeconds longest run, in seconds
 * @param idleSeconds longest time without progress, in seconds
 * @param maxMemoryBytes largest memory of the process tree, in bytes
 */
public record UnitLimits(
        long maxInputBytes,
        long maxOutputBytes,
        double maxExpansion,
        long maxSeconds,
        long idleSeconds,
        long maxMemoryBytes) {

    /** No limit but the worker's own. */
    public static final UnitLimits NONE = new UnitLimits(0, 0, 0, 0, 0, 0);
}
