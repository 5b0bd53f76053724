package org.proteus.coordinator.pool;

/** Starts a worker as a process of this machine. Thread-safe. */
@FunctionalInterface
public interface WorkerLauncher {

    /**
     * Starts a worker that registers for a pool.
     *
     * @throws org.proteus.foundation.model.ProteusException if the process cannot be started
     */
    WorkerProcess launch(String pool);
}
