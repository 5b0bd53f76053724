package org.proteus.coordinator.pool.machine;

/**
 * A machine as its provider shows it.
 *
 * @param id what the provider calls it
 * @param node the node that it was made for, which it carries as a mark; empty while it has none
 * @param failed whether the provider says that it will never run
 */
public record Machine(String id, String node, boolean failed) {}
