package org.proteus.worker;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker: pulls tasks and works them off until it is drained. Fetching, steps and storing
 * overlap; steps run as many at once as there are slots. Thread-safe.
 *
 * <p>It runs beside a coordinator in the same process as well as far from one; nothing is set up
 * before it is needed.
 */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** A lease call that does not end by itself when the coordinator hears of the draining. */
    private static final long LEASE_GRACE_MILLIS = 200;

    /** After the drain time tasks are interrupted; one that hangs in the system is left behind. */
    private static final long CLEANUP_SECONDS = 30;

    private final WorkerSettings settings;
    private final WorkerParts parts;
    private final WorkFolder folder;
    private final HeldTasks held = new HeldTasks();
    private final Contact contact = new Contact();
    private final Fate fate = new Fate(this::endBy);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final OpenPlaces places;
    private final Stages stages;
    private final Reports reports;
    private final Registrar registrar;
    private final Suspension suspension;
    private final TaskRun run;
    private final Pulse pulse;
    private final LeaseLoop leases;
    private final Thread thread;
    private boolean draining;
    private Optional<Long> endBy = Optional.empty();

    private Worker(WorkerSettings settings, WorkerParts parts, WorkFolder folder) {
        this.settings = settings;
        this.parts = parts;
        this.folder = folder;
        places = new OpenPlaces(parts.handlers());
        stages = new Stages(settings.slots());
        reports = new Reports(parts.queue(), contact, fate, this::isDraining);
        registrar = new Registrar(settings, parts, contact, fate);
        suspension = new Suspension(parts.runner());
        run = taskRun();
        leases =
                new LeaseLoop(
                        settings.id(),
                        parts.queue(),
                        folder,
                        stages.intake,
                        held,
                        reports,
                        suspension,
                        fate,
                        this::launch);
        pulse =
                new Pulse(
                        settings.id(),
                        parts.queue(),
                        held,
                        contact,
                        registrar,
                        suspension,
                        fate,
                        places,
                        new HandOver(held, stages.intake, settings.slots()),
                        leases::idleSlots,
                        this::isDraining,
                        this::takeNoMore);
        thread = Thread.ofPlatform().name("proteus-worker").unstarted(this::work);
    }

    private TaskRun taskRun() {
        Publication publication = new Publication(places, reports);
        DiskRoom disk = new DiskRoom(folder.usableBytes());
        PlanCall plans = new PlanCall(settings.id(), parts.queue(), stages, fate);
        StepStage steps = new StepStage(parts.runner(), folder);
        return new TaskRun(
                new FetchStage(places, parts, stages, disk),
                new TransformStage(plans, steps),
                new StoreStage(places, parts.exchange(), reports, publication),
                publication,
                reports);
    }

    /**
     * Starts a worker; it registers as soon as the coordinator can be reached.
     *
     * @throws ProteusException with {@code IN_USE} if another worker has the work folder, with
     *     {@code UNAVAILABLE} if it cannot be written
     */
    public static Worker start(WorkerSettings settings, WorkerParts parts) {
        Worker worker = new Worker(settings, parts, WorkFolder.take(settings.workFolder()));
        worker.thread.start();
        return worker;
    }

    /**
     * Takes no more tasks, gives back those not begun, lets the others end within the drain time,
     * then ends. Returns at once; repeating it is harmless. Fit for a signal handler.
     */
    public void drain() {
        synchronized (this) {
            if (endBy.isEmpty()) {
                endBy = Optional.of(System.nanoTime() + settings.drainTime().toNanos());
            }
        }
        takeNoMore();
    }

    /** As the coordinator orders it: what has begun is finished, however long it takes. */
    private void takeNoMore() {
        synchronized (this) {
            if (draining) {
                return;
            }
            draining = true;
        }
        LOG.info("worker {} drains", settings.id());
        Thread.ofVirtual().name("proteus-drain").start(this::drainNow);
    }

    /** Whether it takes no more tasks. */
    public synchronized boolean isDraining() {
        return draining;
    }

    /**
     * Waits until the worker has drained, whoever ordered it: {@link #drain()} or the coordinator.
     *
     * @throws ProteusException if it ended because the coordinator does not want it
     * @throws InterruptedException if the waiting thread is interrupted; the worker goes on
     */
    public void awaitEnd() throws InterruptedException {
        ended.await();
        Optional<Problem> end = fate.end();
        if (end.isPresent()) {
            throw new ProteusException(end.get());
        }
    }

    /** Drains and waits for the end, whatever interrupts come. */
    @Override
    public void close() {
        drain();
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            if (registrar.registerAtLast(this::isDraining)) {
                pulse.start();
                leases.run();
                finish();
            }
        } catch (InterruptedException nobodyDoesThis) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    /** Tasks end, with heartbeats all the while; then the coordinator hears that it is over. */
    private void finish() throws InterruptedException {
        if (!held.awaitEmpty(this::nanosLeft)) {
            held.all().forEach(task -> task.stop(StopReason.RETURNED));
            long cleaned = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLEANUP_SECONDS);
            if (!held.awaitEmpty(() -> cleaned - System.nanoTime())) {
                LOG.warn("worker {} leaves {} tasks behind", settings.id(), held.all().size());
            }
        }
        pulse.end();
        if (fate.end().isEmpty()) {
            try {
                parts.queue().deregister(settings.id());
            } catch (RuntimeException unheard) {
                LOG.warn("cannot deregister, the leases will run out: {}", unheard.toString());
            }
        }
    }

    private synchronized long nanosLeft() {
        return endBy.map(end -> end - System.nanoTime()).orElse(Long.MAX_VALUE);
    }

    private void release() {
        places.close();
        try {
            folder.close();
        } catch (IOException left) {
            LOG.warn("cannot empty the work folder: {}", left.toString());
        }
        LOG.info("worker {} ended", settings.id());
        ended.countDown();
    }

    private void launch(HeldTask task) {
        TaskContext context = new TaskContext(task, folder.scratch(), new Passage(stages));
        Thread.ofVirtual()
                .name("proteus-task-" + task.key().task())
                .start(() -> {
                    try {
                        run.run(context);
                    } finally {
                        held.remove(task);
                    }
                });
    }

    private void drainNow() {
        try {
            suspension.set(false);
            pulse.nudge();
            held.all().forEach(HeldTask::stopIfWaiting);
            leases.drain(LEASE_GRACE_MILLIS);
            // Tasks that came with the last lease.
            held.all().forEach(HeldTask::stopIfWaiting);
        } catch (InterruptedException nobodyDoesThis) {
            Thread.currentThread().interrupt();
        }
    }

    /** The coordinator does not want this worker: its leases are worth nothing. */
    private void endBy(Problem problem) {
        LOG.error("worker {} ends: {}", settings.id(), problem.text());
        held.all().forEach(task -> task.stop(StopReason.LOST));
        drain();
    }
}
