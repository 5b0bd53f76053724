package org.proteus.foundation.model.job;

import java.time.Instant;
import java.util.List;

/**
 * A worker as operators see it.
 *
 * @param id its id
 * @param pool its pool
 * @param host its machine
 * @param slots tasks it runs at once
 * @param draining whether it takes no more work
 * @param suspended whether its programs stand still, by an operator's order
 * @param lastSeen time of its last sign of life
 * @param tasks ids of the tasks it holds
 */
public record WorkerView(
        String id,
        String pool,
        String host,
        int slots,
        boolean draining,
        boolean suspended,
        Instant lastSeen,
        List<String> tasks) {}
