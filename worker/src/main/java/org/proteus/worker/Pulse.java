package org.proteus.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heartbeat of a worker: one thread, one message for all leases, from the registration until
 * nothing is held any more, draining or not. It carries out the coordinator's orders, and stops
 * what the coordinator must have given to others when it cannot be reached.
 */
final class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final String worker;
    private final WorkQueue queue;
    private final HeldTasks held;
    private final Contact contact;
    private final Registrar registrar;
    private final Suspension suspension;
    private final Fate fate;
    private final OpenPlaces places;
    private final HandOver handOver;
    private final IntSupplier idleSlots;
    private final BooleanSupplier draining;
    private final Runnable drain;
    private final Semaphore nudge = new Semaphore(0);
    private volatile boolean ended;
    private boolean failing;
    private Thread thread;

    /**
     * @param idleSlots slots for which the worker waits for tasks
     * @param draining whether the worker drains
     * @param drain begins draining
     */
    Pulse(
            String worker,
            WorkQueue queue,
            HeldTasks held,
            Contact contact,
            Registrar registrar,
            Suspension suspension,
            Fate fate,
            OpenPlaces places,
            HandOver handOver,
            IntSupplier idleSlots,
            BooleanSupplier draining,
            Runnable drain) {
        this.worker = worker;
        this.queue = queue;
        this.held = held;
        this.contact = contact;
        this.registrar = registrar;
        this.suspension = suspension;
        this.fate = fate;
        this.places = places;
        this.handOver = handOver;
        this.idleSlots = idleSlots;
        this.draining = draining;
        this.drain = drain;
    }

    /** Begins; a platform thread, so that busy tasks never delay it. */
    void start() {
        thread = Thread.ofPlatform().daemon().name("proteus-heartbeat").start(this::run);
    }

    /** Sends the next heartbeat now. */
    void nudge() {
        nudge.release();
    }

    /** Ends it; a heartbeat under way is waited for, as long as one may take. */
    void end() throws InterruptedException {
        ended = true;
        nudge();
        thread.join(Duration.ofNanos(contact.heartbeatNanos()));
    }

    private void run() {
        try {
            while (!ended) {
                nudge.tryAcquire(pauseNanos(), TimeUnit.NANOSECONDS);
                nudge.drainPermits();
                if (!ended) {
                    beat();
                    stopWhatIsGone();
                    places.closeIdle();
                }
            }
        } catch (InterruptedException nobodyDoesThis) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a failure sooner: the lease runs on. */
    private long pauseNanos() {
        return failing ? contact.heartbeatNanos() / 4 : contact.heartbeatNanos();
    }

    private void beat() {
        long sentAt = System.nanoTime();
        try {
            HeartbeatReply reply =
                    queue.heartbeat(
                            new Heartbeat(
                                    worker,
                                    held.progress(),
                                    idleSlots.getAsInt(),
                                    draining.getAsBoolean()));
            contact.made(sentAt);
            obey(reply);
            if (failing) {
                LOG.info("the coordinator answers again");
            }
            failing = false;
        } catch (RuntimeException failed) {
            if (!fate.isSealedBy(failed) && !failing) {
                LOG.warn(
                        "heartbeat failed, trying again: {}",
                        failed instanceof ProteusException known
                                ? known.problem().text()
                                : failed.toString());
            }
            failing = true;
        }
    }

    private void obey(HeartbeatReply reply) {
        held.stop(reply.cancelled(), StopReason.CANCELLED);
        held.stop(reply.lost(), StopReason.LOST);
        handOver.offer(reply.wanted());
        if (reply.drain()) {
            drain.run();
        }
        suspension.set(reply.suspend() && !draining.getAsBoolean());
        if (!reply.known() && !ended) {
            registrar.register();
        } else if (!ended) {
            registrar.follow(reply.programs());
        }
    }

    private void stopWhatIsGone() {
        for (HeldTask task : held.all()) {
            if (contact.isLeaseGone(task.leasedAt())) {
                task.stop(StopReason.LOST);
            }
        }
    }
}
