package org.proteus.worker;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.WorkSize;

/**
 * A lease that this worker holds: how far it is, and the only way to stop it. Thread-safe.
 *
 * <p>Stopping interrupts the thread of the task, but never inside {@link #shielded}: an interrupt
 * there could close files or connections that belong to others, such as an embedded database.
 */
final class HeldTask {

    /** Where a task is, seen from the slots. */
    enum Phase {
        BEFORE,
        IN_SLOT,
        BEHIND
    }

    private final Lease lease;
    private final long leasedAt;
    private volatile Progress progress;
    private volatile long stageSince;
    private volatile Optional<WorkSize> size = Optional.empty();

    private Thread thread;
    private Optional<StopReason> stop = Optional.empty();
    private boolean shielded;
    private Phase phase = Phase.BEFORE;
    private boolean sealed;

    /**
     * @param leasedAt when the lease came, by {@link System#nanoTime()}
     */
    HeldTask(Lease lease, long leasedAt) {
        this.lease = lease;
        this.leasedAt = leasedAt;
        this.stageSince = leasedAt;
        this.progress = new Progress(lease.key(), "fetch", 0, 0, "bytes");
    }

    Lease lease() {
        return lease;
    }

    TaskKey key() {
        return lease.key();
    }

    long leasedAt() {
        return leasedAt;
    }

    Progress progress() {
        return progress;
    }

    void progress(String stage, long done, long total, String measure) {
        Optional<WorkSize> told = WorkSize.told(total, measure);
        size = told.map(now -> size.map(now::orBetter).orElse(now)).or(() -> size);
        if (!stage.equals(progress.stage())) {
            stageSince = System.nanoTime();
        }
        progress = new Progress(lease.key(), stage, done, total, measure, size);
    }

    /** Returns how much work it is, as far as a step told. */
    Optional<WorkSize> size() {
        return size;
    }

    /** The calling thread works on this task from now on. */
    synchronized void begin() {
        thread = Thread.currentThread();
        interruptIfStopped();
    }

    /** The transform stage begins: the task is no longer one that is merely fetched ahead. */
    synchronized void started() throws StoppedException {
        check();
        phase = Phase.IN_SLOT;
    }

    synchronized Phase phase() {
        return phase;
    }

    /** The slot is another's: only the result is still to be stored. */
    synchronized void leftSlot() {
        phase = Phase.BEHIND;
    }

    /** Stops the task, unless it is already past the point where that is possible. */
    synchronized void stop(StopReason reason) {
        if (stop.isEmpty() && !sealed) {
            stop = Optional.of(reason);
            interruptIfStopped();
        }
    }

    /** Gives the task back if it is merely fetched ahead. */
    synchronized void stopIfWaiting() {
        if (phase == Phase.BEFORE) {
            stop(StopReason.RETURNED);
        }
    }

    /** Gives the task back for another worker, if it is merely fetched ahead; tells whether. */
    synchronized boolean handOver() {
        if (phase != Phase.BEFORE || stop.isPresent() || sealed) {
            return false;
        }
        stop(StopReason.HANDED_OVER);
        return true;
    }

    /** Returns how long the task has been, or was, fetched. */
    long spentNanos(long now) {
        return (progress.stage().equals("fetch") ? now : stageSince) - leasedAt;
    }

    /**
     * Returns how much longer it keeps a slot busy, or comes late to one, as far as it can be told:
     * by the progress of its stage, else as long as that has taken already; nothing while it only
     * waits.
     */
    long slotNanos(long now) {
        Progress told = progress;
        if (told.stage().equals("plan")) {
            return 0;
        }
        long taken = now - stageSince;
        return told.done() > 0 && told.total() >= told.done()
                ? (long) (taken * ((double) (told.total() - told.done()) / told.done()))
                : taken;
    }

    synchronized void check() throws StoppedException {
        if (stop.isPresent()) {
            throw new StoppedException();
        }
    }

    /** From now on the task cannot be stopped: its result is being handed in. */
    synchronized void seal() throws StoppedException {
        check();
        phase = Phase.BEHIND;
        sealed = true;
    }

    /** Calls without ever being interrupted; a stop takes effect afterwards. */
    <T> T shielded(Callable<T> call) throws Exception {
        shield();
        try {
            return call.call();
        } finally {
            unshield();
        }
    }

    private synchronized void shield() throws StoppedException {
        check();
        shielded = true;
    }

    private synchronized void unshield() {
        shielded = false;
        interruptIfStopped();
    }

    /** The work is over, no interrupt comes any more; tells why it was stopped, if it was. */
    synchronized Optional<StopReason> end() {
        thread = null;
        sealed = true;
        // Whatever interrupt came was meant for the work, not for cleaning up.
        Thread.interrupted();
        return stop;
    }

    private void interruptIfStopped() {
        if (stop.isPresent() && thread != null && !shielded) {
            thread.interrupt();
        }
    }
}
