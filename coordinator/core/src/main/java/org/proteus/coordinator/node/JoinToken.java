package org.proteus.coordinator.node;

import java.time.Duration;

/**
 * What lets the worker of one node join, once and for a limited time; its text form hides it.
 *
 * @param node the node's id, which its worker has too
 * @param value the secret
 * @param within how long it lets the worker in
 */
public record JoinToken(String node, String value, Duration within) {

    /** Hides the value. */
    @Override
    public String toString() {
        return "JoinToken[node=" + node + ", value=hidden, within=" + within + "]";
    }
}
