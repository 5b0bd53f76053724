package org.proteus.foundation.model.job;

/** Where an element stands. */
public enum ElementState {
    /** Found in the source. */
    LISTED,
    /** Its task waits for a worker. */
    WAITING,
    /** A worker has it. */
    RUNNING,
    /** Its result, or the untouched object, stands in the sink. */
    DONE,
    /** Passed over on purpose. */
    SKIPPED,
    /** Can never be done: no path, encrypted, over a limit. */
    REFUSED,
    /** Failed or lost too often; can be retried by hand. */
    QUARANTINED,
    /** Its job was cancelled first. */
    CANCELLED;

    /** Whether nothing more will happen by itself. */
    public boolean isFinal() {
        return switch (this) {
            case LISTED, WAITING, RUNNING -> false;
            case DONE, SKIPPED, REFUSED, QUARANTINED, CANCELLED -> true;
        };
    }
}
