package org.proteus.worker;

/** Why a task is stopped from outside. */
enum StopReason {
    /** Its job was cancelled: released as such. */
    CANCELLED,
    /** Its lease is gone: dropped without a word, since the word would be stale. */
    LOST,
    /** The worker drains: given back. */
    RETURNED,
    /** Another worker can begin with it at once: given back. */
    HANDED_OVER
}
