package org.proteus.foundation.model.protocol;

import java.util.List;

/**
 * A sign of life for a worker and all its leases.
 *
 * @param worker id of the worker
 * @param tasks every lease it holds, with its progress
 * @param draining whether it takes no more work
 */
public record Heartbeat(String worker, List<Progress> tasks, boolean draining) {

    public Heartbeat {
        tasks = List.copyOf(tasks);
    }
}
