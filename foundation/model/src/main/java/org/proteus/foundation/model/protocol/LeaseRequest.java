package org.proteus.foundation.model.protocol;

/**
 * Asks for tasks.
 *
 * @param worker id of the worker
 * @param max most leases wanted; at least 1
 * @param waitMillis longest wait for the first task, in milliseconds; 0 returns at once
 */
public record LeaseRequest(String worker, int max, long waitMillis) {}
