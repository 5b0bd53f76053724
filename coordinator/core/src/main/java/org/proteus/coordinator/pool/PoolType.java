package org.proteus.coordinator.pool;

/**
 * A kind of pool, found by the service loader. Stateless; it has a public constructor without
 * arguments.
 */
public interface PoolType {

    /** Returns its id, the value of {@code type} in the settings of a pool. */
    String id();

    /**
     * Reads the settings of one pool of this kind. Nothing is started; what is wrong is noted by
     * the keys, all of it at once.
     *
     * @param keys the pool's part of the settings
     */
    ConfiguredPool configure(PoolKeys keys);
}
