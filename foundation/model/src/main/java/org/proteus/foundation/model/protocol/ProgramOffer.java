package org.proteus.foundation.model.protocol;

/**
 * Whether a worker can run a program.
 *
 * @param program id of the program
 * @param version version of its document
 * @param checksum checksum of its document
 * @param state what the worker found
 * @param reason for {@code RUNNABLE} the version of the tool as it names itself; otherwise what is
 *     missing and how it is installed
 */
public record ProgramOffer(
        String program, String version, String checksum, State state, String reason) {

    /** What a worker found when it looked for what a program needs. */
    public enum State {
        /** Runs here now. */
        RUNNABLE,
        /** Can be installed here by the worker. */
        INSTALLABLE,
        /** Cannot run here. */
        MISSING
    }
}
