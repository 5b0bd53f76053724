package org.proteus.coordinator.jclouds;

import org.proteus.coordinator.pool.ConfiguredPool;
import org.proteus.coordinator.pool.PoolContext;
import org.proteus.coordinator.pool.PoolKeys;
import org.proteus.coordinator.pool.PoolType;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.coordinator.pool.machine.MachinePool;
import org.proteus.coordinator.pool.machine.MachinePoolSettings;
import org.proteus.coordinator.pool.machine.Machines;

/** Pools of virtual machines. */
public final class JcloudsPoolType implements PoolType {

    /**
     * The settings of a pool.
     *
     * @param pool what all pools of machines have
     * @param cloud which provider makes what
     */
    record Settings(MachinePoolSettings pool, CloudSettings cloud) implements ConfiguredPool {

        @Override
        public String name() {
            return pool.name();
        }

        @Override
        public int max() {
            return pool.max();
        }

        @Override
        public WorkerPool open(PoolContext context) {
            Machines machines =
                    JcloudsMachines.open(
                            cloud, new Marks(context.nodes().installation(), pool.name()));
            try {
                return MachinePool.open(pool, context, machines);
            } catch (RuntimeException failure) {
                machines.close();
                throw failure;
            }
        }
    }

    @Override
    public String id() {
        return "jclouds";
    }

    @Override
    public ConfiguredPool configure(PoolKeys keys) {
        return new Settings(MachinePoolSettings.of(keys), CloudSettings.of(keys));
    }
}
