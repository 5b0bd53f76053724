package org.proteus.coordinator.pool;

import java.util.Optional;
import org.proteus.foundation.model.job.Money;

/**
 * A pool whose workers have a price. Thread-safe, as the pool is.
 *
 * @param pool the pool
 * @param price what an hour of a worker costs
 */
record PricedPool(WorkerPool pool, Money price) implements WorkerPool {

    /**
     * The settings of a pool whose workers have a price.
     *
     * @param pool its other settings
     * @param price what an hour of a worker costs
     */
    record Settings(ConfiguredPool pool, Money price) implements ConfiguredPool {

        @Override
        public String name() {
            return pool.name();
        }

        @Override
        public int max() {
            return pool.max();
        }

        @Override
        public boolean grows() {
            return pool.grows();
        }

        @Override
        public Optional<Money> cost() {
            return Optional.of(price);
        }

        @Override
        public WorkerPool open(PoolContext context) {
            return new PricedPool(pool.open(context), price);
        }
    }

    @Override
    public String name() {
        return pool.name();
    }

    @Override
    public int size() {
        return pool.size();
    }

    @Override
    public int capacity() {
        return pool.capacity();
    }

    @Override
    public String note() {
        return pool.note();
    }

    @Override
    public Optional<Money> hourlyCost(int n) {
        return Optional.of(price);
    }

    @Override
    public Optional<Money> hourlyCost() {
        return Optional.of(price.times(size()));
    }

    @Override
    public void resize(int wanted) {
        pool.resize(wanted);
    }

    @Override
    public void close() {
        pool.close();
    }
}
