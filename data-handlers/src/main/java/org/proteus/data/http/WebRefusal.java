package org.proteus.data.http;

import java.io.IOException;

/** An answer that asking again does not change. */
final class WebRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    WebRefusal(String message) {
        super(message);
    }
}
