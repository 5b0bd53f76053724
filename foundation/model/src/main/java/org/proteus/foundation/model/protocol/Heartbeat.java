package org.proteus.foundation.model.protocol;

import java.util.List;

/**
 * A sign of life for a worker and all its leases.
 *
 * @param worker id of the worker
 * @param tasks every lease it holds, with its progress
 * @param idleSlots slots for which it waits for tasks, in vain so far
 * @param draining whether it takes no more work
 */
public record Heartbeat(String worker, List<Progress> tasks, int idleSlots, boolean draining) {

    public Heartbeat {
        tasks = List.copyOf(tasks);
    }
}
