package org.proteus.programs;

/**
 * Whether a program can run on this machine.
 *
 * @param runnable whether everything it needs is here
 * @param tool name and version as the tool itself states them; empty when it is not runnable or was
 *     not asked yet
 * @param reason what is missing; empty when it is runnable
 */
public record Availability(boolean runnable, String tool, String reason) {

    /** Returns that it can run, with this tool. */
    public static Availability runnable(String tool) {
        return new Availability(true, tool, "");
    }

    /** Returns that it cannot run, and why. */
    public static Availability missing(String reason) {
        return new Availability(false, "", reason);
    }
}
