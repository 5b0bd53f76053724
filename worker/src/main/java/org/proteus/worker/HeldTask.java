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

    private final Lease lease;
    private final long leasedAt;
    private volatile Progress progress;
    private volatile Optional<WorkSize> size = Optional.empty();

    private Thread thread;
    private Optional<StopReason> stop = Optional.empty();
    private boolean shielded;
    private boolean waiting = true;
    private boolean sealed;

    /**
     * @param leasedAt when the lease came, by {@link System#nanoTime()}
     */
    HeldTask(Lease lease, long leasedAt) {
        this.lease = lease;
        this.leasedAt = leasedAt;
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
        waiting = false;
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
        if (waiting) {
            stop(StopReason.RETURNED);
        }
    }

    synchronized void check() throws StoppedException {
        if (stop.isPresent()) {
            throw new StoppedException();
        }
    }

    /** From now on the task cannot be stopped: its result is being handed in. */
    synchronized void seal() throws StoppedException {
        check();
        waiting = false;
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
