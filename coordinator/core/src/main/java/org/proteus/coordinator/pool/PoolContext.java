package org.proteus.coordinator.pool;

import java.util.List;
import java.util.function.Supplier;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.foundation.model.job.WorkerView;

/**
 * What a pool may use of the coordinator.
 *
 * @param processes starts workers on this machine
 * @param workers the live workers of every pool
 * @param orders tells workers to drain
 */
public record PoolContext(
        WorkerLauncher processes, Supplier<List<WorkerView>> workers, WorkerOrders orders) {}
