package org.proteus.coordinator.pool;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.proteus.foundation.model.job.Money;

/**
 * Several pools as one. The first ones are filled first and emptied last, so those that cost
 * nothing come before those that cost something. Thread-safe, as its pools are.
 */
public final class PoolGroup implements WorkerPool {

    /** Between the names of the pools in the name of a group; no name of a pool has it. */
    public static final String SEPARATOR = ",";

    private final List<WorkerPool> pools;

    /** Puts pools together, in the order in which they are filled. The group closes them. */
    public PoolGroup(List<? extends WorkerPool> pools) {
        this.pools = List.copyOf(pools);
    }

    /** Returns the names of its pools, separated by {@value #SEPARATOR}. */
    @Override
    public String name() {
        return pools.stream().map(WorkerPool::name).collect(Collectors.joining(SEPARATOR));
    }

    @Override
    public int size() {
        return pools.stream().mapToInt(WorkerPool::size).sum();
    }

    @Override
    public int capacity() {
        return pools.stream().mapToInt(WorkerPool::capacity).sum();
    }

    @Override
    public String note() {
        return pools.stream()
                .filter(pool -> !pool.note().isEmpty())
                .map(pool -> pool.name() + ": " + pool.note())
                .collect(Collectors.joining("; "));
    }

    /** Of pools with and without a price, those without cost nothing. */
    @Override
    public Optional<Money> hourlyCost(int n) {
        int rest = n;
        for (WorkerPool pool : pools) {
            int capacity = pool.capacity();
            if (rest <= capacity) {
                return pool.hourlyCost(rest).or(() -> hourlyCost().map(all -> all.times(0)));
            }
            rest -= capacity;
        }
        return Optional.empty();
    }

    @Override
    public Optional<Money> hourlyCost() {
        return pools.stream().flatMap(pool -> pool.hourlyCost().stream()).reduce(Money::plus);
    }

    @Override
    public void resize(int wanted) {
        int rest = Math.max(0, wanted);
        for (WorkerPool pool : pools) {
            int share = Math.min(rest, pool.capacity());
            pool.resize(share);
            rest -= share;
        }
    }

    /** Closes every pool, the last one first; the first failure is thrown at the end. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (WorkerPool pool : pools.reversed()) {
            try {
                pool.close();
            } catch (RuntimeException failure) {
                first = Objects.requireNonNullElse(first, failure);
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
