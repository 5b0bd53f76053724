package org.proteus.policies.retry;

import java.time.Duration;

/** What becomes of a task that did not succeed. */
public sealed interface Retry {

    /**
     * It runs again.
     *
     * @param delay time before it may be leased again
     * @param alone whether its worker must run nothing else beside it
     */
    record Again(Duration delay, boolean alone) implements Retry {}

    /** It is not tried any more. */
    record GiveUp() implements Retry {}
}
