package org.proteus.foundation.model.protocol;

/**
 * The coordinator's answer to a registration.
 *
 * @param heartbeatMillis time between heartbeats, in milliseconds
 * @param leaseMillis time a lease lasts without a heartbeat, in milliseconds
 * @param programs edition of the published programs; a worker that knows another asks for them
 */
public record Registered(long heartbeatMillis, long leaseMillis, long programs) {}
