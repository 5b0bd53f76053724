package org.proteus.data.tree;

import java.io.IOException;

/** The place as a whole cannot be reached (any more); trying later may help. */
public final class ConnectionLostException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message for the user. */
    public ConnectionLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
