package org.proteus.coordinator.pool;

/**
 * Pools of workers that somebody else starts. They are counted, so that other pools need not bring
 * as many.
 */
public final class RegisteredPoolType implements PoolType {

    /** The value of {@code type}. */
    static final String ID = "registered";

    private static final int MOST = 64;

    /**
     * The settings of a pool of registered workers.
     *
     * @param name its name, which workers say when they register
     * @param max most workers that are expected
     */
    record Settings(String name, int max) implements ConfiguredPool {

        @Override
        public boolean grows() {
            return false;
        }

        @Override
        public WorkerPool open(PoolContext context) {
            return new RegisteredPool(name, context.workers());
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ConfiguredPool configure(PoolKeys keys) {
        return new Settings(keys.pool(), keys.number("max", MOST, 1));
    }
}
