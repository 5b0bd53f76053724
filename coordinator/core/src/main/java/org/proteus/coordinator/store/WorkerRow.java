package org.proteus.coordinator.store;

import org.proteus.foundation.model.protocol.WorkerRegistration;

/**
 * A worker as it is stored.
 *
 * @param registration what it said of itself
 * @param draining whether it takes no more work
 * @param suspended whether its programs stand still until an operator says otherwise
 * @param idleSlots slots for which it waited for tasks in vain when it was last heard of
 * @param lastSeen its last sign of life, in milliseconds since 1970
 */
public record WorkerRow(
        WorkerRegistration registration,
        boolean draining,
        boolean suspended,
        int idleSlots,
        long lastSeen) {

    /** Whether it takes tasks now. */
    public boolean takesWork() {
        return !draining && !suspended;
    }

    /** Returns its id. */
    public String id() {
        return registration.worker();
    }
}
