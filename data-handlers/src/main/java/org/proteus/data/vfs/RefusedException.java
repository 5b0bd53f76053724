package org.proteus.data.vfs;

import java.io.IOException;

/** The server said no, in a way that asking again does not change. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
