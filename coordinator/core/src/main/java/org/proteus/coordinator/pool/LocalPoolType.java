package org.proteus.coordinator.pool;

import java.lang.management.ManagementFactory;

/**
 * Pools of worker processes on this machine: at most one for each core, and no more than its memory
 * holds.
 */
public final class LocalPoolType implements PoolType {

    private static final long WORKER_BYTES = 512L << 20;

    /**
     * The settings of a local pool.
     *
     * @param name its name
     * @param max most processes; 0 for none
     */
    record Settings(String name, int max) implements ConfiguredPool {

        @Override
        public WorkerPool open(PoolContext context) {
            return new LocalProcessPool(
                    context.processes(), max, context.workers(), context.orders());
        }
    }

    @Override
    public String id() {
        return LocalProcessPool.NAME;
    }

    @Override
    public ConfiguredPool configure(PoolKeys keys) {
        int cores = Runtime.getRuntime().availableProcessors();
        long memory = keys.size("memory", WORKER_BYTES);
        int fitting = Math.toIntExact(Math.max(1, physicalMemory() / Math.max(1, memory)));
        int max = keys.number("max", Math.min(cores, fitting), 0);
        if (!keys.pool().equals(LocalProcessPool.NAME)) {
            keys.refuse("processes of this machine are the pool '" + LocalProcessPool.NAME + "'");
        }
        return new Settings(keys.pool(), max);
    }

    /** Of the container, if this process runs in one that has a limit. */
    private static long physicalMemory() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE / WORKER_BYTES;
    }
}
