package org.proteus.foundation.model.protocol;

/**
 * How the worker of a node joins: beside the node's one-time token it sends the hash of a token
 * that it has made for itself and shows from then on.
 *
 * @param worker its id, which is that of its node
 * @param tokenHash SHA-256 of its own token, in hexadecimal
 */
public record Joining(String worker, String tokenHash) {}
