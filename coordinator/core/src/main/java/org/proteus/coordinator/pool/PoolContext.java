package org.proteus.coordinator.pool;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.coordinator.node.BootScripts;
import org.proteus.coordinator.node.Nodes;
import org.proteus.foundation.model.job.WorkerView;

/**
 * What a pool may use of the coordinator.
 *
 * @param processes starts workers on this machine
 * @param workers the live workers of every pool
 * @param orders tells workers to drain
 * @param nodes what the database knows of machines that were made for workers
 * @param onDuty whether this coordinator is the one of its database that makes and ends machines
 *     now; to be asked for more often than a lease lasts
 * @param scripts user data for machines; absent when the settings do not say what they run
 */
public record PoolContext(
        WorkerLauncher processes,
        Supplier<List<WorkerView>> workers,
        WorkerOrders orders,
        Nodes nodes,
        BooleanSupplier onDuty,
        Optional<BootScripts> scripts) {}
