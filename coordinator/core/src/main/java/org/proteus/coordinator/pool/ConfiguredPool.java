package org.proteus.coordinator.pool;

/** The checked settings of one pool. Immutable. */
public interface ConfiguredPool {

    /** Returns its name. */
    String name();

    /** Returns the most workers that it will ever have. */
    int max();

    /** Whether it brings workers itself; others are there anyway and are counted first. */
    default boolean grows() {
        return true;
    }

    /**
     * Opens the pool; it has no worker yet, or those of an earlier process that it found.
     *
     * @throws org.proteus.foundation.model.ProteusException if what it needs is not there
     */
    WorkerPool open(PoolContext context);
}
