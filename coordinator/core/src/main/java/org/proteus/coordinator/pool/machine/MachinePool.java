package org.proteus.coordinator.pool.machine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.proteus.coordinator.node.BootScripts;
import org.proteus.coordinator.node.Nodes;
import org.proteus.coordinator.pool.PoolContext;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.coordinator.store.NodePhase;
import org.proteus.coordinator.store.NodeRow;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers on machines that a provider makes. Everything that matters stands in the database before
 * it is done, so that whoever is on duty next goes on with it: another coordinator, or the same one
 * after a crash. Thread-safe.
 */
public final class MachinePool implements WorkerPool {

    private static final Logger LOG = LoggerFactory.getLogger(MachinePool.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofSeconds(20);
    private static final Duration ENDING = Duration.ofMinutes(2);

    /** Until somebody has said how many are wanted, those that are there are left alone. */
    private static final int NOT_SAID = -1;

    /** While machines are ended it is asked more often whether they are gone. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final MachinePoolSettings settings;
    private final PoolContext context;
    private final Nodes nodes;
    private final Machines machines;
    private final Attempts attempts;
    private final Foundry foundry;
    private final Crew crew;
    private final Inventory inventory;
    private final Thread keeper;
    private long lookedAt = System.nanoTime() - Duration.ofDays(1).toNanos();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int wanted = NOT_SAID;

    private MachinePool(
            MachinePoolSettings settings,
            PoolContext context,
            Machines machines,
            BootScripts scripts) {
        this.settings = settings;
        this.context = context;
        this.nodes = context.nodes();
        this.machines = machines;
        this.attempts = new Attempts(settings.quotaPause(), System::nanoTime);
        this.foundry = new Foundry(settings, machines, nodes, scripts, attempts);
        this.crew = new Crew(settings.lostTime());
        this.inventory = new Inventory(machines, nodes, foundry, crew, attempts, settings.grace());
        this.keeper = Thread.ofVirtual().name("pool-" + settings.name()).unstarted(this::keep);
    }

    /**
     * Opens a pool; the machines of an earlier process that are still wanted go on.
     *
     * @param machines the provider; closed with the pool
     * @throws ProteusException with {@code BAD_REQUEST} if the settings do not say what machines
     *     shall run
     */
    public static MachinePool open(
            MachinePoolSettings settings, PoolContext context, Machines machines) {
        BootScripts scripts =
                context.scripts()
                        .orElseThrow(() ->
                                new ProteusException(
                                        ErrorCode.BAD_REQUEST,
                                        "pool " + settings.name() + " does not know what to run",
                                        "set nodes.archive and nodes.url; docs/clouds.md"));
        MachinePool pool = new MachinePool(settings, context, machines, scripts);
        pool.keeper.start();
        return pool;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public int size() {
        return Math.toIntExact(rows().stream().filter(row -> row.phase().stays()).count());
    }

    @Override
    public int capacity() {
        return settings.max();
    }

    @Override
    public String note() {
        return attempts.note();
    }

    @Override
    public void resize(int count) {
        wanted = Math.clamp(count, 0, settings.max());
    }

    private List<NodeRow> rows() {
        return nodes.of(settings.name());
    }

    /** Nobody interrupts this thread: it may be in the middle of a call to the database. */
    private void keep() {
        try {
            do {
                tickSafely();
            } while (!closed.await(TICK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            LOG.debug("pool {} ends", settings.name());
        }
    }

    /** A database that is away for a moment must not end the keeping for good. */
    private void tickSafely() {
        try {
            if (context.onDuty().getAsBoolean()) {
                tick(wanted);
            }
        } catch (RuntimeException failure) {
            LOG.warn("pool {} stays as it is: {}", settings.name(), failure.getMessage());
            LOG.debug("while looking after machines", failure);
        }
    }

    private void tick(int count) {
        crew.look(
                context.workers().get().stream()
                        .filter(worker -> worker.pool().equals(settings.name()))
                        .toList());
        long now = nodes.now();
        rows().forEach(row -> follow(row, now));
        List<NodeRow> rows = rows();
        List<NodeRow> staying = rows.stream().filter(row -> row.phase().stays()).toList();
        if (staying.size() < count) {
            foundry.order(count - staying.size());
        } else if (count != NOT_SAID) {
            Surplus.of(staying, staying.size() - count, crew, settings.billing(), now)
                    .forEach(this::letGo);
        }
        boolean someEnd = rows.stream().anyMatch(row -> row.phase() == NodePhase.ENDING);
        boolean soon = someEnd && SOON.compareTo(settings.lookEvery()) < 0;
        Duration pause = soon ? SOON : settings.lookEvery();
        if (System.nanoTime() - lookedAt >= pause.toNanos()) {
            inventory.look(this::rows);
            lookedAt = System.nanoTime();
        }
    }

    /** Leads a node on to what has become of it. */
    private void follow(NodeRow row, long now) {
        switch (row.phase()) {
            case ORDERED, BOOTING -> {
                if (crew.isThere(row.id())) {
                    joined(row, now);
                } else if (!row.bootFailure().isEmpty()) {
                    useless(row, "a machine does not become a worker: " + row.bootFailure());
                } else if (now - row.created() > settings.bootTime().toMillis()) {
                    useless(row, "a worker did not join within " + settings.bootTime());
                }
            }
            case JOINED -> {
                if (crew.isLost(row.id())) {
                    end(row, "its worker is away");
                }
            }
            case DRAINING -> {
                if (crew.hasEnded(row.id())) {
                    end(row, "its worker has ended");
                } else if (crew.isThere(row.id()) && !crew.drains(row.id())) {
                    tellToDrain(row);
                }
            }
            case ENDING -> row.machine().ifPresent(machine -> foundry.end(row.id(), machine));
        }
    }

    private void joined(NodeRow row, long now) {
        if (nodes.lead(row.id(), row.phase(), NodePhase.JOINED)) {
            attempts.joined();
            LOG.info("node {}: joined after {} s", row.id(), (now - row.created()) / 1000);
        }
    }

    private void useless(NodeRow row, String why) {
        attempts.notJoined(why);
        LOG.warn("node {}: {}", row.id(), why);
        end(row, "its machine is of no use");
    }

    private void end(NodeRow row, String why) {
        if (nodes.lead(row.id(), row.phase(), NodePhase.ENDING)) {
            LOG.info("node {}: is ended, {}", row.id(), why);
            row.machine().ifPresent(machine -> foundry.end(row.id(), machine));
        }
    }

    private void letGo(NodeRow row) {
        if (row.phase() != NodePhase.JOINED) {
            end(row, "it is not needed");
        } else if (nodes.lead(row.id(), row.phase(), NodePhase.DRAINING)) {
            LOG.info("node {}: drains", row.id());
            tellToDrain(row);
        }
    }

    private void tellToDrain(NodeRow row) {
        try {
            context.orders().drain(row.id());
        } catch (ProteusException gone) {
            LOG.debug("worker {} is no more", row.id());
        }
    }

    /**
     * Ends every machine, after their workers had some time to finish; or keeps them, when that is
     * set or another coordinator looks after them.
     */
    @Override
    public void close() {
        closed.countDown();
        try {
            keeper.join();
            if (!settings.keep() && context.onDuty().getAsBoolean()) {
                endAll();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            foundry.close();
            machines.close();
        }
    }

    private void endAll() throws InterruptedException {
        rows().stream().filter(row -> row.phase().stays()).forEach(this::letGo);
        long drained = System.nanoTime() + CLOSING.toNanos();
        while (rows().stream().anyMatch(row -> row.phase() != NodePhase.ENDING)
                && System.nanoTime() < drained) {
            tick(0);
            Thread.sleep(TICK);
        }
        rows().forEach(row -> end(row, "the coordinator stops"));
        long given = System.nanoTime() + ENDING.toNanos();
        while (!rows().isEmpty() && System.nanoTime() < given) {
            tick(0);
            Thread.sleep(TICK);
        }
        rows().forEach(row -> LOG.warn("node {}: may be left; the next start ends it", row.id()));
    }
}
