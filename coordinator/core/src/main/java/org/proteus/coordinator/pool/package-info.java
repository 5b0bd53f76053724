/** Pools of workers: the narrow SPI, and the pool of processes on this machine. */
package org.proteus.coordinator.pool;
