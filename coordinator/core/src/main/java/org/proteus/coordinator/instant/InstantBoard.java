package org.proteus.coordinator.instant;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.InstantTransforms;
import org.proteus.coordinator.dispatch.InstantQueue;
import org.proteus.coordinator.dispatch.PlanContext;
import org.proteus.coordinator.dispatch.Planning;
import org.proteus.coordinator.dispatch.Pulse;
import org.proteus.coordinator.learning.Experience;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.MissingWorker;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.WorkerRegistration;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;

/** The workers' side of transformations whose caller waits. Thread-safe. */
public final class InstantBoard implements InstantQueue {

    /** A worker that drains gives a task back; after this many something else is wrong. */
    private static final int MOST_RETURNS = 5;

    private final CoordinatorSettings settings;
    private final Planning planning;
    private final Experience experience;
    private final Pulse work;
    private final Map<String, InstantTask> tasks = new LinkedHashMap<>();
    private final Deque<InstantTask> waiting = new ArrayDeque<>();

    /** Creates an empty board. */
    public InstantBoard(
            CoordinatorSettings settings, Planning planning, Experience experience, Pulse work) {
        this.settings = settings;
        this.planning = planning;
        this.experience = experience;
        this.work = work;
    }

    /** Takes a task in; false when every place is taken. */
    synchronized boolean add(InstantTask task) {
        if (tasks.size() >= settings.instant().places()) {
            return false;
        }
        tasks.put(task.id, task);
        waiting.addLast(task);
        work.beat();
        return true;
    }

    /** Forgets a task; a worker that still has it is told so. */
    synchronized void remove(InstantTask task) {
        tasks.remove(task.id);
        waiting.remove(task);
    }

    /** Takes a task whose worker was silent for too long. */
    synchronized void expire(InstantTask task) {
        if (task.worker.isPresent() && System.nanoTime() - task.leasedUntil > 0) {
            lose(task);
        }
    }

    private void lose(InstantTask task) {
        task.giveBack();
        if (++task.losses > 1) {
            task.fail(
                    new ProteusException(
                            ErrorCode.KILLS_WORKER,
                            "two workers were lost with this object",
                            "look at the object and at the memory of the workers"));
            return;
        }
        waiting.addFirst(task);
        work.beat();
    }

    @Override
    public synchronized List<Lease> lease(WorkerRegistration worker, int max) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<String> programs =
                worker.offers().stream()
                        .filter(offer -> offer.state() == ProgramOffer.State.RUNNABLE)
                        .map(ProgramOffer::program)
                        .collect(Collectors.toSet());
        List<Lease> leases = new ArrayList<>();
        Iterator<InstantTask> queue = waiting.iterator();
        while (queue.hasNext() && leases.size() < max) {
            InstantTask task = queue.next();
            if (task.suits(programs)) {
                queue.remove();
                task.lease(worker.worker(), leaseEnd());
                leases.add(lease(task));
            }
        }
        return leases;
    }

    private long leaseEnd() {
        return Pulse.deadline(settings.lease().toMillis());
    }

    private Lease lease(InstantTask task) {
        Bytes bytes = task.request.content();
        long carried = settings.inline().maxCarriedBytes();
        Content content =
                bytes.size() <= carried
                        ? new Content.Carried(bytes)
                        : new Content.Held(bytes.size());
        return new Lease(
                new TaskKey(task.id, task.token),
                Lease.Work.TRANSFORM,
                task.request.name(),
                task.request.type(),
                Optional.of(content),
                List.of(),
                new Destination.Returned(carried, settings.instant().maxBytes()),
                task.target,
                task.request.options(),
                true,
                false);
    }

    private Optional<InstantTask> leased(TaskKey key) {
        return Optional.ofNullable(tasks.get(key.task())).filter(task -> task.isLeasedAs(key));
    }

    private synchronized Optional<InstantTask> find(TaskKey key) {
        return leased(key);
    }

    @Override
    public PlanReply plan(PlanRequest request) {
        Optional<InstantTask> task = find(request.key());
        if (task.isEmpty()) {
            return new PlanReply.Stale();
        }
        Planning.Choice choice =
                planning.choose(
                        new PlanContext(
                                new PlanObject(
                                        request.type(),
                                        List.of(),
                                        request.size(),
                                        request.attributes()),
                                new PlanGoal(
                                        task.get().target,
                                        task.get().request.options(),
                                        task.get().request.rules()),
                                request.done(),
                                List.of(),
                                request.failures(),
                                planning.runnable(request.worker()),
                                MissingWorker.REFUSE));
        synchronized (this) {
            task.get().needs(choice.needs());
        }
        return choice.reply();
    }

    @Override
    public synchronized HeartbeatReply heartbeat(Heartbeat heartbeat) {
        List<TaskKey> gone = new ArrayList<>();
        for (Progress progress : heartbeat.tasks()) {
            if (InstantQueue.owns(progress.key())) {
                leased(progress.key())
                        .filter(task -> task.worker.filter(heartbeat.worker()::equals).isPresent())
                        .ifPresentOrElse(
                                task -> task.leasedUntil = leaseEnd(),
                                () -> gone.add(progress.key()));
            }
        }
        return new HeartbeatReply(true, false, false, gone, List.of(), List.of(), 0);
    }

    @Override
    public synchronized boolean commit(Commit commit) {
        Optional<InstantTask> task = leased(commit.key());
        Optional<Bytes> bytes = commit.carried().or(() -> task.flatMap(t -> t.stored));
        if (task.isEmpty() || bytes.isEmpty()) {
            return false;
        }
        experience.heard(commit.record());
        task.get().giveBack();
        return task.get()
                .outcome
                .complete(
                        new InstantTransforms.Result(
                                commit.record()
                                        .plan()
                                        .map(plan -> plan.target())
                                        .orElse(task.get().target),
                                bytes.get(),
                                commit.checksum(),
                                commit.record()));
    }

    @Override
    public synchronized void release(Release release) {
        leased(release.key()).ifPresent(task -> release(task, release));
    }

    private void release(InstantTask task, Release release) {
        experience.heard(release.record());
        task.giveBack();
        boolean again =
                release.outcome() == Release.Outcome.RETURNED && ++task.returns <= MOST_RETURNS;
        if (again) {
            waiting.addFirst(task);
            work.beat();
        } else {
            Problem problem = release.problem();
            task.fail(new ProteusException(problem));
        }
    }

    @Override
    public InputStream open(TaskKey key) throws IOException {
        return find(key)
                .orElseThrow(() -> new IOException("the lease is no longer valid"))
                .request
                .content()
                .open();
    }

    @Override
    public void put(TaskKey key, InputStream result) throws IOException {
        long most = settings.instant().maxBytes();
        byte[] bytes = result.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > most) {
            throw new IOException("the result is larger than the " + most + " bytes allowed");
        }
        synchronized (this) {
            leased(key).orElseThrow(() -> new IOException("the lease is no longer valid")).stored =
                    Optional.of(Bytes.of(bytes));
        }
    }

    @Override
    public synchronized Optional<String> holder(TaskKey key) {
        return leased(key).flatMap(task -> task.worker);
    }

    @Override
    public synchronized void lost(String worker) {
        List.copyOf(tasks.values()).stream()
                .filter(task -> task.worker.filter(worker::equals).isPresent())
                .forEach(this::lose);
    }
}
