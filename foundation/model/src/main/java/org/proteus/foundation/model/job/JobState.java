package org.proteus.foundation.model.job;

/** Where a job stands. */
public enum JobState {
    /** The source is still being listed, or elements are not ended. */
    RUNNING,
    /** Nothing of it begins until it is resumed; what was under way ends, and is published. */
    PAUSED,
    /** Cancel was asked for; elements under way are being stopped. */
    CANCELLING,
    /** Every element has ended, or the job was cancelled and nothing runs any more. */
    ENDED,
    /** The source could not be listed; what was listed has ended. */
    FAILED;

    /** Whether nothing more will happen by itself. */
    public boolean isFinal() {
        return this == ENDED || this == FAILED;
    }
}
