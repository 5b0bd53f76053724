package org.proteus.coordinator.pool;

import java.util.Optional;
import org.proteus.foundation.model.job.Money;

/**
 * A group of workers of one kind that can grow and shrink. Thread-safe. The scaler alone calls
 * {@link #resize}; workers register with the coordinator by themselves.
 */
public interface WorkerPool extends AutoCloseable {

    /** Returns its name; workers carry it in their registration. */
    String name();

    /** Returns how many workers are running or starting. */
    int size();

    /** Returns the most workers that it can have. */
    int capacity();

    /** Returns why it has not what was asked for; empty while there is nothing to say. */
    default String note() {
        return "";
    }

    /**
     * Returns what an hour of its n-th worker costs, in the order in which it is filled; absent
     * when nobody named a price.
     *
     * @param n from 1
     */
    default Optional<Money> hourlyCost(int n) {
        return Optional.empty();
    }

    /** Returns what an hour of all workers that are running or starting costs; absent likewise. */
    default Optional<Money> hourlyCost() {
        return Optional.empty();
    }

    /**
     * Brings the number of workers towards a wanted one and returns at once. Growing starts
     * workers; shrinking drains idle ones first and never ends a busy one.
     *
     * @param wanted wanted number, clamped to 0..{@link #capacity()}
     */
    void resize(int wanted);

    /** Ends every worker that it started. */
    @Override
    void close();
}
