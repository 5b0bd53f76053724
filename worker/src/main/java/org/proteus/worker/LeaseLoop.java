package org.proteus.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for tasks whenever there is room for more, until the worker drains. */
final class LeaseLoop {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseLoop.class);

    /** Shorter than the idle time of most proxies and load balancers. */
    private static final long WAIT_MILLIS = 10_000;

    /** A disk is not looked at more often than that. */
    private static final long DISK_RECHECK_MILLIS = 500;

    private final String worker;
    private final WorkQueue queue;
    private final WorkFolder folder;
    private final Intake intake;
    private final HeldTasks held;
    private final Reports reports;
    private final Suspension suspension;
    private final Fate fate;
    private final Consumer<HeldTask> launch;

    private Thread thread;
    private boolean draining;
    private boolean asking;

    /**
     * @param launch starts the thread of a task
     */
    LeaseLoop(
            String worker,
            WorkQueue queue,
            WorkFolder folder,
            Intake intake,
            HeldTasks held,
            Reports reports,
            Suspension suspension,
            Fate fate,
            Consumer<HeldTask> launch) {
        this.worker = worker;
        this.queue = queue;
        this.folder = folder;
        this.intake = intake;
        this.held = held;
        this.reports = reports;
        this.suspension = suspension;
        this.fate = fate;
        this.launch = launch;
    }

    /** Works until it is told to drain; called once. */
    void run() {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        try {
            while (!isDraining()) {
                suspension.awaitEnd();
                awaitDisk();
                int room = intake.awaitRoom();
                accept(ask(room));
            }
        } catch (InterruptedException drained) {
            LOG.debug("worker {} leases no more", worker);
        } finally {
            synchronized (this) {
                thread = null;
                notifyAll();
            }
            // The order to drain has been carried out.
            Thread.interrupted();
        }
    }

    synchronized boolean isDraining() {
        return draining;
    }

    /** Returns the slots for which it is asking for tasks now. */
    synchronized int idleSlots() {
        return asking ? intake.idleSlots() : 0;
    }

    /**
     * Takes no more tasks. A call that is under way is left some time to end by itself, since the
     * coordinator was told: an interrupt in the midst of leasing costs an embedded one its files.
     *
     * @param graceMillis how long
     */
    void drain(long graceMillis) throws InterruptedException {
        synchronized (this) {
            draining = true;
            long end = System.nanoTime() + graceMillis * 1_000_000;
            while (asking && thread != null && System.nanoTime() < end) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** Without room it would fail every task, and so get more of them than those that work. */
    private void awaitDisk() throws InterruptedException {
        if (folder.isFull()) {
            LOG.warn("worker {} takes no tasks: there is no room in its work folder", worker);
            while (folder.isFull()) {
                Thread.sleep(DISK_RECHECK_MILLIS);
            }
            LOG.info("worker {} takes tasks again", worker);
        }
    }

    private List<Lease> ask(int room) throws InterruptedException {
        Backoff backoff = new Backoff();
        while (mayAsk()) {
            try {
                return queue.lease(new LeaseRequest(worker, room, WAIT_MILLIS));
            } catch (ProteusException failed) {
                if (fate.isSealedBy(failed)) {
                    return List.of();
                }
                if (backoff.attempts() == 0) {
                    LOG.warn("cannot lease, trying again: {}", failed.problem().text());
                }
            } finally {
                asked();
            }
            backoff.pause();
        }
        return List.of();
    }

    private synchronized boolean mayAsk() {
        asking = !draining;
        return asking;
    }

    private synchronized void asked() {
        asking = false;
        notifyAll();
    }

    private void accept(List<Lease> leases) throws InterruptedException {
        List<Lease> alone = new ArrayList<>();
        for (Lease lease : leases) {
            if (isDraining()) {
                giveBack(lease, "the worker is ending");
            } else if (lease.alone()) {
                alone.add(lease);
            } else {
                start(lease);
            }
        }
        if (!alone.isEmpty()) {
            alone.stream()
                    .skip(1)
                    .forEach(lease -> giveBack(lease, "another task runs alone here"));
            startAlone(alone.getFirst());
        }
    }

    private void start(Lease lease) {
        HeldTask task = new HeldTask(lease, System.nanoTime());
        held.add(task);
        launch.accept(task);
    }

    /** Nothing runs beside it; heartbeats keep its lease while it waits for the others. */
    private void startAlone(Lease lease) throws InterruptedException {
        HeldTask task = new HeldTask(lease, System.nanoTime());
        try {
            held.awaitOnly(task);
        } catch (InterruptedException draining) {
            task.stop(StopReason.RETURNED);
            launch.accept(task);
            throw draining;
        }
        launch.accept(task);
        held.awaitEmpty();
    }

    private void giveBack(Lease lease, String why) {
        Problem problem = Problem.of(ErrorCode.UNAVAILABLE, why);
        reports.release(
                new Release(lease.key(), Release.Outcome.RETURNED, problem, TaskRecord.EMPTY));
    }
}
