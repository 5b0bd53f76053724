package org.proteus.programs.process;

import java.time.Duration;

/**
 * Limits of a process tree; zero means no limit.
 *
 * @param wall longest run
 * @param idle longest time in which it says nothing, writes nothing and uses no processor time
 * @param outputBytes most bytes in its output files
 * @param scratchBytes most bytes in its scratch folder
 * @param memoryBytes most memory of its own that the whole tree may hold, in bytes
 */
public record ProcessLimits(
        Duration wall, Duration idle, long outputBytes, long scratchBytes, long memoryBytes) {

    /** No limit at all. */
    public static final ProcessLimits NONE =
            new ProcessLimits(Duration.ZERO, Duration.ZERO, 0, 0, 0);

    /** Returns the largest single file it may write, in bytes; 0 for no limit. */
    long fileBytes() {
        return outputBytes == 0 || scratchBytes == 0 ? 0 : Math.max(outputBytes, scratchBytes);
    }
}
