package org.proteus.coordinator.store;

import org.proteus.foundation.model.protocol.WorkerRegistration;

/**
 * A worker as it is stored.
 *
 * @param registration what it said of itself
 * @param draining whether it takes no more work
 * @param lastSeen its last sign of life, in milliseconds since 1970
 */
public record WorkerRow(WorkerRegistration registration, boolean draining, long lastSeen) {

    /** Returns its id. */
    public String id() {
        return registration.worker();
    }
}
