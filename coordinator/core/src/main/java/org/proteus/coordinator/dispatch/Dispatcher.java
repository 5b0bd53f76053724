package org.proteus.coordinator.dispatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.proteus.graph.publish.Publishing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work queue: what is held in memory goes one way, what is stored the other. Thread-safe. */
public final class Dispatcher implements WorkQueue, ContentExchange {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Duration heartbeat;
    private final Duration leaseTime;
    private final Workforce workforce;
    private final ProgressBoard progress;
    private final Publishing publishing;
    private final InstantQueue instant;
    private final LeaseDesk leases;
    private final PlanDesk plans;
    private final HeartbeatDesk heartbeats;
    private final CommitDesk commits;
    private final ReleaseDesk releases;
    private final HeldContent held;
    private final JobEnds ends;
    private final Pulse work;

    Dispatcher(
            Duration heartbeat,
            Duration leaseTime,
            Workforce workforce,
            ProgressBoard progress,
            Publishing publishing,
            InstantQueue instant,
            LeaseDesk leases,
            PlanDesk plans,
            HeartbeatDesk heartbeats,
            CommitDesk commits,
            ReleaseDesk releases,
            HeldContent held,
            JobEnds ends,
            Pulse work) {
        this.heartbeat = heartbeat;
        this.leaseTime = leaseTime;
        this.workforce = workforce;
        this.progress = progress;
        this.publishing = publishing;
        this.instant = instant;
        this.leases = leases;
        this.plans = plans;
        this.heartbeats = heartbeats;
        this.commits = commits;
        this.releases = releases;
        this.held = held;
        this.ends = ends;
        this.work = work;
    }

    @Override
    public Registered register(WorkerRegistration worker) {
        requireName(worker.worker(), "worker");
        requireName(worker.pool(), "pool");
        workforce.register(worker);
        LOG.info(
                "worker {} of pool {} on {} registered with {} slots and {} programs",
                worker.worker(),
                worker.pool(),
                worker.host(),
                worker.slots(),
                Workforce.programs(worker).size());
        work.beat();
        return new Registered(
                heartbeat.toMillis(), leaseTime.toMillis(), publishing.forWorkers().edition());
    }

    @Override
    public PublishedPrograms programs() {
        return publishing.forWorkers();
    }

    @Override
    public void offer(WorkerOffers offers) {
        workforce.offer(offers);
        work.beat();
    }

    private static void requireName(String name, String what) {
        if (!name.matches("[A-Za-z0-9._:@-]{1,64}")) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the name of the " + what + " is empty, too long or has other characters",
                    "use up to 64 letters, digits and . _ : @ -");
        }
    }

    @Override
    public List<Lease> lease(LeaseRequest request) throws InterruptedException {
        return leases.lease(request, instant);
    }

    @Override
    public PlanReply plan(PlanRequest request) {
        if (InstantQueue.owns(request.key())) {
            return instant.plan(request);
        }
        PlanReply reply = plans.plan(request);
        if (reply instanceof PlanReply.Stale) {
            // The worker drops it now and says no more; its job may have been cancelled.
            ends.check(releases.dropped(request.key()));
        }
        return reply;
    }

    @Override
    public HeartbeatReply heartbeat(Heartbeat beat) {
        HeartbeatReply reply = heartbeats.heartbeat(beat, instant.heartbeat(beat));
        if (beat.draining()) {
            // It may be waiting for tasks that it no longer wants.
            work.beat();
        }
        return reply;
    }

    @Override
    public List<CommitReply> commit(List<Commit> batch) {
        List<Commit> stored =
                batch.stream().filter(commit -> !InstantQueue.owns(commit.key())).toList();
        List<Boolean> accepted = stored.isEmpty() ? List.of() : commits.commit(stored);
        List<CommitReply> replies = new ArrayList<>();
        int next = 0;
        for (Commit commit : batch) {
            boolean counts =
                    InstantQueue.owns(commit.key()) ? instant.commit(commit) : accepted.get(next++);
            replies.add(new CommitReply(commit.key(), counts));
        }
        ends.check(endedBy(stored, accepted));
        return replies;
    }

    /** What counts and stands in a sink ends nothing before it is published. */
    private static Set<String> endedBy(List<Commit> commits, List<Boolean> accepted) {
        return IntStream.range(0, commits.size())
                .filter(i -> !accepted.get(i) || commits.get(i).temporaryName().isEmpty())
                .mapToObj(i -> HeldContent.job(commits.get(i).key()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void published(List<TaskKey> tasks) {
        List<TaskKey> stored = tasks.stream().filter(key -> !InstantQueue.owns(key)).toList();
        if (!stored.isEmpty()) {
            ends.check(commits.published(stored));
        }
    }

    @Override
    public void release(List<Release> batch) {
        batch.stream().filter(r -> InstantQueue.owns(r.key())).forEach(instant::release);
        List<Release> stored = batch.stream().filter(r -> !InstantQueue.owns(r.key())).toList();
        if (!stored.isEmpty()) {
            ends.check(releases.release(stored));
            work.beat();
        }
    }

    @Override
    public void deregister(String worker) {
        instant.lost(worker);
        ends.check(releases.deregister(worker));
        workforce.changed();
        progress.remove(worker);
        LOG.info("worker {} ended", worker);
        work.beat();
    }

    @Override
    public InputStream open(TaskKey key) throws IOException {
        return InstantQueue.owns(key)
                ? instant.open(key)
                : new ByteArrayInputStream(held.source(key));
    }

    @Override
    public void put(TaskKey key, InputStream result) throws IOException {
        if (InstantQueue.owns(key)) {
            instant.put(key, result);
        } else {
            held.result(key, result);
        }
    }
}
