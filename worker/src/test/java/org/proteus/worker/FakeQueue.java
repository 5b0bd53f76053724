package org.proteus.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
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

/** A coordinator in memory that a test writes the script of. */
final class FakeQueue implements WorkQueue {

    final List<WorkerRegistration> registrations = new CopyOnWriteArrayList<>();
    final List<LeaseRequest> requests = new CopyOnWriteArrayList<>();
    final List<PlanRequest> planned = new CopyOnWriteArrayList<>();
    final List<Heartbeat> heartbeats = new CopyOnWriteArrayList<>();
    final List<Commit> commits = new CopyOnWriteArrayList<>();
    final List<Integer> commitBatches = new CopyOnWriteArrayList<>();
    final List<TaskKey> published = new CopyOnWriteArrayList<>();
    final List<Release> releases = new CopyOnWriteArrayList<>();
    final List<String> gone = new CopyOnWriteArrayList<>();

    volatile Registered terms = new Registered(40, 60_000, 0);
    volatile Function<PlanRequest, PlanReply> planner = request -> new PlanReply.Stale();
    volatile PublishedPrograms newest = PublishedPrograms.NONE;
    final List<WorkerOffers> offers = new CopyOnWriteArrayList<>();
    volatile List<TaskKey> wanted = List.of();
    volatile boolean drain;
    volatile boolean suspend;
    volatile boolean knows = true;

    private final Map<String, ProteusException> outages = new LinkedHashMap<>();
    private final Deque<Lease> offered = new ArrayDeque<>();
    private final Set<TaskKey> stale = new HashSet<>();
    private final List<TaskKey> cancelled = new ArrayList<>();
    private final List<TaskKey> lost = new ArrayList<>();
    private volatile CountDownLatch commitGate = new CountDownLatch(0);

    synchronized void offer(Collection<Lease> leases) {
        offered.addAll(leases);
        notifyAll();
    }

    void offer(Lease... leases) {
        offer(List.of(leases));
    }

    synchronized void makeStale(TaskKey key) {
        stale.add(key);
    }

    synchronized void cancel(TaskKey key) {
        cancelled.add(key);
    }

    synchronized void lose(TaskKey key) {
        lost.add(key);
    }

    /** The named call fails from now on. */
    synchronized void breakDown(String call, ErrorCode code) {
        outages.put(call, new ProteusException(code, call + " is broken", ""));
    }

    synchronized void repair() {
        outages.clear();
    }

    /** Commits do not return before the latch opens. */
    void holdCommits(CountDownLatch gate) {
        commitGate = gate;
    }

    Commit commitOf(TaskKey key) {
        return commits.stream().filter(c -> c.key().equals(key)).findAny().orElseThrow();
    }

    Release releaseOf(TaskKey key) {
        return releases.stream().filter(r -> r.key().equals(key)).findAny().orElseThrow();
    }

    private synchronized void mayFail(String call) {
        ProteusException failure = outages.get(call);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Registered register(WorkerRegistration registration) {
        mayFail("register");
        registrations.add(registration);
        knows = true;
        return terms;
    }

    @Override
    public PublishedPrograms programs() {
        mayFail("programs");
        return newest;
    }

    @Override
    public void offer(WorkerOffers now) {
        mayFail("offer");
        offers.add(now);
    }

    @Override
    public synchronized List<Lease> lease(LeaseRequest request) throws InterruptedException {
        mayFail("lease");
        requests.add(request);
        long end = System.nanoTime() + request.waitMillis() * 1_000_000;
        while (offered.isEmpty() && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        List<Lease> given = new ArrayList<>();
        while (given.size() < request.max() && !offered.isEmpty()) {
            given.add(offered.poll());
        }
        return given;
    }

    @Override
    public PlanReply plan(PlanRequest request) {
        mayFail("plan");
        planned.add(request);
        return planner.apply(request);
    }

    @Override
    public synchronized HeartbeatReply heartbeat(Heartbeat heartbeat) {
        mayFail("heartbeat");
        heartbeats.add(heartbeat);
        HeartbeatReply reply =
                new HeartbeatReply(
                        knows, drain, suspend, cancelled, lost, wanted, newest.edition());
        cancelled.clear();
        lost.clear();
        return reply;
    }

    @Override
    public List<CommitReply> commit(List<Commit> batch) {
        mayFail("commit");
        awaitGate();
        mayFail("commit");
        synchronized (this) {
            commits.addAll(batch);
            commitBatches.add(batch.size());
            return batch.stream()
                    .map(commit -> new CommitReply(commit.key(), !stale.contains(commit.key())))
                    .toList();
        }
    }

    private void awaitGate() {
        try {
            commitGate.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("a call into the queue was interrupted", interrupted);
        }
    }

    @Override
    public void published(List<TaskKey> tasks) {
        mayFail("published");
        published.addAll(tasks);
    }

    @Override
    public void release(List<Release> given) {
        mayFail("release");
        releases.addAll(given);
    }

    @Override
    public void deregister(String worker) {
        mayFail("deregister");
        gone.add(worker);
    }
}
