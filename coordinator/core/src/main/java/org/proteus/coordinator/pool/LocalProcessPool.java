package org.proteus.coordinator.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.WorkerView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers as processes of this machine. A worker that ends without having been told to is replaced,
 * after a growing pause if it keeps ending at once. One that is not needed finishes what it has,
 * however long that takes; when the pool closes it has the drain time for it.
 */
public final class LocalProcessPool implements WorkerPool {

    /** The name of this pool. */
    public static final String NAME = "local";

    private static final Logger LOG = LoggerFactory.getLogger(LocalProcessPool.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration REMIND = Duration.ofSeconds(2);
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final WorkerLauncher launcher;
    private final int capacity;
    private final Supplier<List<WorkerView>> known;
    private final WorkerOrders orders;
    private final RestartPause pause = new RestartPause();
    private final List<WorkerProcess> alive = new ArrayList<>();
    private final Thread supervisor;
    private String note = "";
    private int wanted;
    private long reminded = System.nanoTime();
    private boolean closed;

    /**
     * Creates an empty pool.
     *
     * @param launcher starts a worker
     * @param capacity most workers at once, those left out that end what they have; at least 1
     * @param known the workers that the coordinator knows, to find the idle ones
     * @param orders tells workers to drain
     */
    public LocalProcessPool(
            WorkerLauncher launcher,
            int capacity,
            Supplier<List<WorkerView>> known,
            WorkerOrders orders) {
        this.launcher = launcher;
        this.capacity = Math.max(1, capacity);
        this.known = known;
        this.orders = orders;
        this.supervisor = Thread.ofVirtual().name("local-pool").start(this::supervise);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized int size() {
        return Math.toIntExact(staying().count());
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public synchronized String note() {
        return note;
    }

    @Override
    public synchronized void resize(int count) {
        wanted = Math.clamp(count, 0, capacity);
        reconcile();
    }

    private synchronized void supervise() {
        try {
            while (!closed) {
                tickSafely();
                wait(TICK.toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("supervision ends");
        }
    }

    private void tickSafely() {
        try {
            alive.stream().filter(worker -> !worker.isAlive()).toList().forEach(this::buried);
            reconcile();
            remind();
        } catch (RuntimeException failure) {
            LOG.warn("the pool looks again in a moment: {}", failure.getMessage());
        }
    }

    private void buried(WorkerProcess worker) {
        alive.remove(worker);
        if (worker.draining()) {
            LOG.info("worker {} has ended", worker.id());
        } else {
            LOG.warn(
                    "worker {} ended by itself with code {}; it will be replaced",
                    worker.id(),
                    worker.exitCode());
            pause.died(worker.age());
        }
    }

    private void reconcile() {
        while (!closed && size() < wanted && pause.isOver()) {
            start();
        }
        if (size() > wanted) {
            shrink(size() - wanted);
        }
    }

    private void start() {
        try {
            WorkerProcess worker = launcher.launch(NAME);
            alive.add(worker);
            note = "";
            LOG.info("worker {} started as process {}", worker.id(), worker.pid());
        } catch (ProteusException e) {
            note = "no worker can be started: " + e.problem().message();
            LOG.error("no worker can be started: {}", e.getMessage());
            pause.died(Duration.ZERO);
        }
    }

    private void shrink(int surplus) {
        Set<String> busy =
                known.get().stream()
                        .filter(view -> !view.tasks().isEmpty())
                        .map(WorkerView::id)
                        .collect(Collectors.toSet());
        staying()
                .sorted(Comparator.comparing((WorkerProcess worker) -> busy.contains(worker.id())))
                .limit(surplus)
                .toList()
                .forEach(worker -> worker.letGo(orders));
    }

    /** A worker that had to register again has forgotten that it shall go, or was never told. */
    private void remind() {
        if (size() < alive.size() && System.nanoTime() - reminded > REMIND.toNanos()) {
            reminded = System.nanoTime();
            Set<String> staying =
                    known.get().stream()
                            .filter(view -> !view.draining())
                            .map(WorkerView::id)
                            .collect(Collectors.toSet());
            alive.stream()
                    .filter(worker -> worker.draining() && staying.contains(worker.id()))
                    .forEach(worker -> worker.letGo(orders));
        }
    }

    private Stream<WorkerProcess> staying() {
        return alive.stream().filter(worker -> !worker.draining());
    }

    @Override
    public void close() {
        List<WorkerProcess> ending;
        synchronized (this) {
            closed = true;
            wanted = 0;
            ending = List.copyOf(alive);
        }
        supervisor.interrupt();
        ending.forEach(WorkerProcess::hurry);
        long deadline = System.nanoTime() + DRAIN.toNanos();
        ending.forEach(worker -> worker.end(Duration.ofNanos(deadline - System.nanoTime())));
    }
}
