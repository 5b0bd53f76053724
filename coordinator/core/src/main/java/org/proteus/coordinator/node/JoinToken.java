package org.proteus.coordinator.node;

/**
 * What lets the worker of one node join, once and for a limited time; its text form hides it.
 *
 * @param node the node's id, which its worker has too
 * @param value the secret
 */
public record JoinToken(String node, String value) {

    /** Hides the value. */
    @Override
    public String toString() {
        return "JoinToken[node=" + node + ", value=hidden]";
    }
}
