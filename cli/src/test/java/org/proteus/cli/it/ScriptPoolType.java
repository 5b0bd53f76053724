package org.proteus.cli.it;

import java.nio.file.Path;
import org.proteus.coordinator.pool.ConfiguredPool;
import org.proteus.coordinator.pool.PoolContext;
import org.proteus.coordinator.pool.PoolKeys;
import org.proteus.coordinator.pool.PoolType;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.coordinator.pool.machine.MachinePool;
import org.proteus.coordinator.pool.machine.MachinePoolSettings;

/**
 * Pools whose machines are process groups of this machine that run their user data in an empty
 * environment. They outlive the coordinator, as machines do.
 */
public final class ScriptPoolType implements PoolType {

    record Settings(MachinePoolSettings pool, Path folder) implements ConfiguredPool {

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
            return MachinePool.open(pool, context, new ScriptMachines(folder));
        }
    }

    @Override
    public String id() {
        return "script";
    }

    @Override
    public ConfiguredPool configure(PoolKeys keys) {
        return new Settings(MachinePoolSettings.of(keys), Path.of(keys.required("folder")));
    }
}
