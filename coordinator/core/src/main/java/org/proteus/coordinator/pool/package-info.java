/**
 * Pools of workers: the narrow SPI ({@link org.proteus.coordinator.pool.WorkerPool}, made by a
 * {@link org.proteus.coordinator.pool.PoolType} that the service loader finds), and the pools that
 * need nothing else: processes on this machine, workers that somebody else starts.
 */
package org.proteus.coordinator.pool;
