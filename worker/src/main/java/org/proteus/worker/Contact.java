package org.proteus.worker;

import java.util.concurrent.TimeUnit;
import org.proteus.foundation.model.protocol.Registered;

/**
 * When the coordinator last heard of this worker, in monotonic time. A lease counts from the moment
 * a message was sent, not from its answer: the coordinator's clock may have started then.
 */
final class Contact {

    private volatile Registered terms = new Registered(5_000, 15_000, 0);
    private volatile long last = System.nanoTime();

    void registered(Registered registered, long sentAt) {
        terms = registered;
        made(sentAt);
    }

    void made(long sentAt) {
        last = sentAt;
    }

    long heartbeatNanos() {
        return TimeUnit.MILLISECONDS.toNanos(terms.heartbeatMillis());
    }

    /** Whether nothing was heard for a whole lease: what was held before is gone. */
    boolean isSilent() {
        return System.nanoTime() - last > TimeUnit.MILLISECONDS.toNanos(terms.leaseMillis());
    }

    /** Whether a lease taken then may have run out by now. */
    boolean isLeaseGone(long leasedAt) {
        long leaseNanos = TimeUnit.MILLISECONDS.toNanos(terms.leaseMillis());
        return isSilent() && System.nanoTime() - leasedAt > leaseNanos;
    }
}
