package org.proteus.foundation.model.protocol;

/**
 * The coordinator's answer to a registration.
 *
 * @param heartbeatMillis time between heartbeats, in milliseconds
 * @param leaseMillis time a lease lasts without a heartbeat, in milliseconds
 */
public record Registered(long heartbeatMillis, long leaseMillis) {}
