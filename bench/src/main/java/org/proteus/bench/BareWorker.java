package org.proteus.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/**
 * The least that a worker can be: it leases tasks and gives their objects back as results, without
 * a look at them, so that only the queue has work to do.
 */
public final class BareWorker implements Runnable {

    private static final long WAIT_MILLIS = 2000;
    private static final long AGAIN_MILLIS = 500;
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String name;
    private final WorkQueue queue;
    private final int most;
    private final LongConsumer leased;
    private long heard = System.nanoTime();

    /**
     * @param most tasks that it leases at once
     * @param leased told when leases came, in {@link System#nanoTime()}
     */
    public BareWorker(String name, WorkQueue queue, int most, LongConsumer leased) {
        this.name = name;
        this.queue = queue;
        this.most = most;
        this.leased = leased;
    }

    /** Works until it is interrupted, which must not happen while there is work. */
    @Override
    public void run() {
        boolean registered = false;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    if (!registered) {
                        register();
                        registered = true;
                    }
                    work();
                } catch (ProteusException failed) {
                    registered &= failed.problem().code() != ErrorCode.NOT_FOUND;
                    goOn(failed);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void register() {
        queue.register(
                new WorkerRegistration(name, "bench", "localhost", 1, "", List.of(), List.of("*")));
    }

    private void work() throws InterruptedException {
        List<Lease> leases = queue.lease(new LeaseRequest(name, most, WAIT_MILLIS));
        if (!leases.isEmpty()) {
            leased.accept(System.nanoTime());
            queue.commit(leases.stream().map(BareWorker::result).toList());
        }
        live();
    }

    /** As a worker does when the coordinator is not heard, or has forgotten it. */
    private static void goOn(ProteusException failed) throws InterruptedException {
        ErrorCode code = failed.problem().code();
        if (code != ErrorCode.UNAVAILABLE && code != ErrorCode.NOT_FOUND) {
            throw failed;
        }
        Thread.sleep(AGAIN_MILLIS);
    }

    private void live() {
        if (System.nanoTime() - heard > HEARTBEAT_NANOS) {
            queue.heartbeat(new Heartbeat(name, List.of(), 0, false));
            heard = System.nanoTime();
        }
    }

    private static Commit result(Lease lease) {
        Bytes content = ((Content.Carried) lease.content().orElseThrow()).bytes();
        return new Commit(
                lease.key(), "", content.size(), "", Optional.of(content), TaskRecord.EMPTY);
    }
}
