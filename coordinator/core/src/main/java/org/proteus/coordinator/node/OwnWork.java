package org.proteus.coordinator.node;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.proteus.coordinator.store.NodeRow;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.PublishedPrograms;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.proteus.foundation.model.protocol.WorkerOffers;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/**
 * The work queue as the worker of one node may use it: for itself, its pool and the tasks that it
 * holds. Everything else is {@code UNAUTHORIZED}. Thread-safe.
 */
public final class OwnWork implements WorkQueue, ContentExchange {

    private final NodeRow node;
    private final WorkQueue queue;
    private final ContentExchange exchange;
    private final NodeAccess access;

    /** Creates the view of a node. */
    public OwnWork(NodeRow node, WorkQueue queue, ContentExchange exchange, NodeAccess access) {
        this.node = node;
        this.queue = queue;
        this.exchange = exchange;
        this.access = access;
    }

    /** Returns the node whose worker it serves. */
    public NodeRow node() {
        return node;
    }

    @Override
    public Registered register(WorkerRegistration registration) {
        requireSelf(registration.worker());
        if (!registration.pool().equals(node.pool())) {
            throw refused("belongs to pool " + node.pool());
        }
        return queue.register(registration);
    }

    @Override
    public PublishedPrograms programs() {
        return queue.programs();
    }

    @Override
    public void offer(WorkerOffers offers) {
        requireSelf(offers.worker());
        queue.offer(offers);
    }

    @Override
    public List<Lease> lease(LeaseRequest request) throws InterruptedException {
        requireSelf(request.worker());
        return queue.lease(request);
    }

    @Override
    public PlanReply plan(PlanRequest request) {
        requireSelf(request.worker());
        requireHeld(request.key());
        return queue.plan(request);
    }

    /** Of the leases named here only its own are kept alive. */
    @Override
    public HeartbeatReply heartbeat(Heartbeat heartbeat) {
        requireSelf(heartbeat.worker());
        return queue.heartbeat(heartbeat);
    }

    @Override
    public List<CommitReply> commit(List<Commit> commits) {
        commits.forEach(commit -> requireHeld(commit.key()));
        return queue.commit(commits);
    }

    @Override
    public void published(List<TaskKey> tasks) {
        tasks.forEach(this::requireHeld);
        queue.published(tasks);
    }

    @Override
    public void release(List<Release> releases) {
        releases.forEach(release -> requireHeld(release.key()));
        queue.release(releases);
    }

    @Override
    public void deregister(String worker) {
        requireSelf(worker);
        queue.deregister(worker);
    }

    @Override
    public InputStream open(TaskKey key) throws IOException {
        requireHeld(key);
        return exchange.open(key);
    }

    @Override
    public void put(TaskKey key, InputStream result) throws IOException {
        requireHeld(key);
        exchange.put(key, result);
    }

    private void requireSelf(String worker) {
        if (!worker.equals(node.id())) {
            throw refused("speaks for worker " + node.id() + " alone");
        }
    }

    /** A lease that nobody holds any more needs no guard: its token counts no more. */
    private void requireHeld(TaskKey key) {
        if (access.holder(key).filter(worker -> !worker.equals(node.id())).isPresent()) {
            throw refused("has not leased this task");
        }
    }

    private static ProteusException refused(String why) {
        return new ProteusException(
                ErrorCode.UNAUTHORIZED,
                "whoever shows this token " + why,
                "use the token file that belongs to this worker");
    }
}
