package org.proteus.foundation.model.job;

/** Where the message of a job's end stands. */
public enum WebhookState {
    /** The job has not ended. */
    WAITING,
    /** It is sent, and sent again until it arrives. */
    DUE,
    /** It was answered with success. */
    DELIVERED,
    /** It did not arrive within a day. */
    GIVEN_UP
}
