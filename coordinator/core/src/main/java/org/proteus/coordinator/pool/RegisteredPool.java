package org.proteus.coordinator.pool;

import java.util.List;
import java.util.function.Supplier;
import org.proteus.foundation.model.job.WorkerView;

/** Workers that somebody else starts and ends: a number that cannot be changed from here. */
final class RegisteredPool implements WorkerPool {

    private final String name;
    private final Supplier<List<WorkerView>> known;

    RegisteredPool(String name, Supplier<List<WorkerView>> known) {
        this.name = name;
        this.known = known;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return Math.toIntExact(
                known.get().stream()
                        .filter(worker -> worker.pool().equals(name))
                        .filter(worker -> !worker.draining() && !worker.suspended())
                        .count());
    }

    /** What is there is all that there can be. */
    @Override
    public int capacity() {
        return size();
    }

    @Override
    public void resize(int wanted) {
        // Who started them knows when to end them.
    }

    @Override
    public void close() {
        // They work for whoever answers next.
    }
}
