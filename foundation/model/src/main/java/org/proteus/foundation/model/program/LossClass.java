package org.proteus.foundation.model.program;

/** What a unit does to the information in an object; declared in the program document. */
public enum LossClass {
    /** Everything can be had back. */
    LOSSLESS,
    /** Some of the signal is gone, the structure is kept. */
    LOSSY,
    /** The structure is gone (a document becomes plain text or a picture of a page). */
    STRUCTURE_LOST
}
