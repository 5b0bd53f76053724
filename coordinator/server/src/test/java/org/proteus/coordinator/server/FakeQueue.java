package org.proteus.coordinator.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
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
 * A queue of one task that remembers every call; a worker named "patient" gets it when it is
 * offered.
 */
final class FakeQueue implements WorkQueue {

    static final TaskKey KEY = new TaskKey("job1/1/0", 7);

    final List<Object> calls = Collections.synchronizedList(new ArrayList<>());
    volatile CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final Semaphore offer = new Semaphore(0);

    static Lease lease() {
        return new Lease(
                KEY,
                Lease.Work.TRANSFORM,
                "a\n\"b\".txt",
                Optional.empty(),
                Optional.of(new Content.Carried(Bytes.of(new byte[] {1, 2}))),
                List.of(),
                new Destination.Returned(10, 100),
                ContentType.parse("image/png; width=\"3\""),
                Map.of("width", "3"),
                true,
                false);
    }

    @Override
    public Registered register(WorkerRegistration registration) {
        calls.add(registration);
        return new Registered(5000, 15_000, 3);
    }

    @Override
    public PublishedPrograms programs() {
        return new PublishedPrograms(3, List.of(ShoutProgram.program()));
    }

    @Override
    public void offer(WorkerOffers offers) {
        calls.add(offers);
    }

    @Override
    public List<Lease> lease(LeaseRequest request) throws InterruptedException {
        calls.add(request);
        if (!request.worker().equals("patient")) {
            return List.of(lease());
        }
        waiting.countDown();
        try {
            return offer.tryAcquire(request.waitMillis(), TimeUnit.MILLISECONDS)
                    ? List.of(lease())
                    : List.of();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    @Override
    public PlanReply plan(PlanRequest request) {
        calls.add(request);
        return new PlanReply.Refuse(Problem.of(ErrorCode.NO_PATH, "no way"));
    }

    @Override
    public HeartbeatReply heartbeat(Heartbeat heartbeat) {
        calls.add(heartbeat);
        return new HeartbeatReply(true, false, false, List.of(), List.of(KEY), List.of(), 3);
    }

    @Override
    public List<CommitReply> commit(List<Commit> commits) {
        calls.add(commits);
        return commits.stream().map(commit -> new CommitReply(commit.key(), true)).toList();
    }

    @Override
    public void published(List<TaskKey> tasks) {
        calls.add(tasks);
    }

    @Override
    public void release(List<Release> releases) {
        calls.add(releases);
    }

    @Override
    public void deregister(String worker) {
        calls.add(worker);
    }
}
