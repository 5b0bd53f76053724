package org.proteus.coordinator;

/**
 * Orders of operators to workers, which hear them with their next heartbeat. Repeating is harmless.
 * Each throws {@link org.proteus.foundation.model.ProteusException} with {@code NOT_FOUND} for a
 * worker that is not there. Thread-safe.
 */
public interface WorkerOrders {

    /** Lets a worker finish what it has, take no more and end. */
    void drain(String worker);

    /**
     * Stops the programs of a worker where they are and lets it take no more; its tasks stay its
     * own, and their time limits stand still.
     */
    void suspend(String worker);

    /** Lets a suspended worker go on. */
    void resume(String worker);
}
