package org.proteus.coordinator;

import java.util.ArrayDeque;
import java.util.Deque;

/** The parts of a coordinator that must be closed, the last opened first. Used by one thread. */
final class OpenParts implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Closes all, whatever some of them throw. */
    @Override
    public void close() {
        RuntimeException first = closed(null);
        if (first != null) {
            throw first;
        }
    }

    /** Closes all after something failed, to which is added what fails now. */
    void closeAfter(RuntimeException failure) {
        closed(failure);
    }

    private RuntimeException closed(RuntimeException failure) {
        RuntimeException first = failure;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception later) {
                if (first == null) {
                    first = new IllegalStateException("the coordinator did not close well", later);
                } else {
                    first.addSuppressed(later);
                }
            }
        }
        return first;
    }
}
