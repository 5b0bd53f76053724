package org.proteus.coordinator.pool;

import java.util.Optional;
import org.proteus.foundation.model.job.Money;

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

    /** Returns what an hour of one of its workers costs; absent when nobody named a price. */
    default Optional<Money> cost() {
        return Optional.empty();
    }

    /**
     * Opens the pool; it has no worker yet, or those of an earlier process that it found.
     *
     * @throws org.proteus.foundation.model.ProteusException if what it needs is not there
     */
    WorkerPool open(PoolContext context);
}
