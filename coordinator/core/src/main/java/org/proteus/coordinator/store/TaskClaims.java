package org.proteus.coordinator.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** A transaction that claims tasks. Used by one thread. */
public final class TaskClaims {

    private final Handle handle;
    private final String locking;

    TaskClaims(Handle handle, String locking) {
        this.handle = handle;
        this.locking = locking;
    }

    /** Returns the handle of the transaction. */
    public Handle handle() {
        return handle;
    }

    /**
     * Leases tasks of one lane of a job, in listing order; raises the token of each.
     *
     * @param millis how long the lease lasts
     * @return the tasks as they were before
     */
    public List<TaskRow> claim(String job, String lane, String worker, int limit, long millis) {
        return TaskLeases.claim(handle, locking, job, lane, worker, limit, millis);
    }
}
