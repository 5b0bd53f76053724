package org.proteus.coordinator.store;

/** Where a task stands. */
public enum TaskState {
    /** Waits for a worker. */
    WAITING,
    /** A worker has it. */
    LEASED,
    /** Its result is committed but may still lie under its temporary name. */
    STORED,
    /** A worker has it, but its job is being cancelled: no result of it counts any more. */
    STOPPING,
    /** Its result stands. */
    DONE,
    /** Ended without a result; its element says why. */
    DROPPED
}
