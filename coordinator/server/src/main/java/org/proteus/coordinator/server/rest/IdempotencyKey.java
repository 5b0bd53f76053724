package org.proteus.coordinator.server.rest;

import java.util.Optional;

/** The header {@value #HEADER}: a quoted text, as the IETF draft has it, or a bare one. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    /** Returns the key without its quotes; absent when the header is. */
    static Optional<String> of(String header) {
        return Optional.ofNullable(header).map(String::strip).map(IdempotencyKey::unquoted);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
