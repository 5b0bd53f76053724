package org.proteus.foundation.model;

import java.util.Objects;

/**
 * What a user is told of an error. It holds no secret and no stack trace.
 *
 * @param code which error
 * @param message what failed and why, one sentence
 * @param action what to do about it; empty when there is nothing to do
 */
public record Problem(ErrorCode code, String message, String action) {

    public Problem {
        Objects.requireNonNull(code, "code is null");
        Objects.requireNonNull(message, "message is null");
        Objects.requireNonNull(action, "action is null");
    }

    /** Returns a problem about which nothing can be done but what its message says. */
    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, message, "");
    }

    /** Returns message and action as one line for a terminal or a log. */
    public String text() {
        return action.isEmpty() ? message : message + "; " + action;
    }
}
