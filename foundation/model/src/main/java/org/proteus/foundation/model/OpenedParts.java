package org.proteus.foundation.model;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Parts that were opened one after the other and are closed in reverse. The first failure is kept,
 * later ones are added to it. Not thread-safe.
 */
public final class OpenedParts implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** Notes a part that has just been opened, and returns it. */
    public <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Closes every part after a start that failed; the failure is thrown by the caller. */
    public void undo(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException later) {
            failure.addSuppressed(later);
        }
    }

    @Override
    public void close() {
        RuntimeException first = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                if (first == null) {
                    first = new IllegalStateException("a part did not close well", failure);
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
