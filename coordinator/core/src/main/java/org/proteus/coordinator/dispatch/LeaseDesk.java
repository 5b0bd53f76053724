package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.Lane;
import org.proteus.coordinator.store.TaskClaims;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.WaitingTask;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/**
 * Leases stored tasks to workers: jobs of a higher priority first, those of the same in turn, each
 * in listing order, but for objects whose programs a worker has warm. Thread-safe.
 */
final class LeaseDesk {

    /** How long a waiting worker may miss what another coordinator, or the clock, made ready. */
    private static final Duration RECHECK = Duration.ofSeconds(1);

    private final Database database;
    private final JobBoard board;
    private final Workforce workforce;
    private final LeaseWriter writer;
    private final FreshLeases fresh;
    private final UseRoom room;
    private final Warmth warmth;
    private final Pulse work;
    private final Pulse taken;
    private final Duration leaseTime;

    LeaseDesk(
            Database database,
            JobBoard board,
            Workforce workforce,
            LeaseWriter writer,
            FreshLeases fresh,
            UseRoom room,
            Warmth warmth,
            Pulse work,
            Pulse taken,
            Duration leaseTime) {
        this.database = database;
        this.board = board;
        this.workforce = workforce;
        this.writer = writer;
        this.fresh = fresh;
        this.room = room;
        this.warmth = warmth;
        this.work = work;
        this.taken = taken;
        this.leaseTime = leaseTime;
    }

    /** Leases what there is, the instant tasks first; waits while there is nothing. */
    List<Lease> lease(LeaseRequest request, InstantQueue instant) throws InterruptedException {
        long deadline = Pulse.deadline(request.waitMillis());
        while (true) {
            long seen = work.count();
            WorkerRow worker = workforce.require(request.worker());
            if (worker.draining()) {
                return List.of();
            }
            List<Lease> leases =
                    worker.suspended()
                            ? List.of()
                            : any(worker.registration(), request.max(), instant);
            long left = deadline - System.nanoTime();
            if (!leases.isEmpty() || left <= 0) {
                return leases;
            }
            work.await(seen, Pulse.shorter(RECHECK, left));
        }
    }

    private List<Lease> any(WorkerRegistration worker, int max, InstantQueue instant) {
        List<Lease> leases = instant.lease(worker, max);
        return leases.isEmpty() ? stored(worker, max) : leases;
    }

    private List<Lease> stored(WorkerRegistration worker, int max) {
        List<List<JobRow>> jobs =
                board.inTurn().stream()
                        .map(same ->
                                same.stream()
                                        .filter(job -> Workforce.mounts(worker, job.roots()))
                                        .toList())
                        .filter(same -> !same.isEmpty())
                        .toList();
        if (jobs.isEmpty()) {
            return List.of();
        }
        long began = System.nanoTime();
        List<Claimed> claimed = database.claim(claims -> new Claim(claims, worker, max).over(jobs));
        if (!claimed.isEmpty()) {
            fresh.given(claimed.stream().map(Claimed::before).toList(), began);
            taken.beat();
        }
        return claimed.stream().map(Claimed::lease).toList();
    }

    /** A name only hints at the type, and no more than a hint is needed. */
    private static ContentType type(WaitingTask task) {
        return task.type().orElseGet(() -> TypeNames.guess(task.name()));
    }

    /** A lease, and its task as it was before. */
    private record Claimed(TaskRow before, Lease lease) {}

    /** One worker's claim in one transaction. */
    private final class Claim {

        private final TaskClaims claims;
        private final WorkerRegistration worker;
        private final int max;
        private final Set<String> programs;
        private final List<Claimed> claimed = new ArrayList<>();

        Claim(TaskClaims claims, WorkerRegistration worker, int max) {
            this.claims = claims;
            this.worker = worker;
            this.max = Math.max(1, max);
            this.programs = Workforce.programs(worker);
        }

        List<Claimed> over(List<List<JobRow>> jobs) {
            Optional<Boolean> holdsAlone = TaskRows.holdsAlone(claims.handle(), worker.worker());
            if (holdsAlone.orElse(false)) {
                return List.of();
            }
            if (holdsAlone.isEmpty() && alone(jobs.stream().flatMap(List::stream).toList())) {
                return claimed;
            }
            jobs.forEach(this::share);
            return claimed;
        }

        private void share(List<JobRow> jobs) {
            int left = jobs.size();
            for (JobRow job : jobs) {
                int share = (max - claimed.size() + left - 1) / left;
                take(job, lanes(job), share);
                left--;
            }
            for (JobRow job : jobs) {
                take(job, lanes(job), max - claimed.size());
            }
        }

        private boolean alone(List<JobRow> jobs) {
            for (JobRow job : jobs) {
                if (job.state() != JobState.RUNNING) {
                    continue;
                }
                List<String> lanes =
                        board.lanes(job.id()).stream()
                                .filter(lane -> Lane.alone(lane) && Lane.suits(lane, programs))
                                .toList();
                take(job, lanes, 1);
                if (!claimed.isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        private List<String> lanes(JobRow job) {
            Stream<String> suited =
                    board.lanes(job.id()).stream()
                            .filter(lane -> !Lane.alone(lane) && Lane.suits(lane, programs));
            return job.state() == JobState.RUNNING
                    ? Stream.concat(suited, Stream.of(Lane.OPEN)).toList()
                    : suited.filter(Lane.PUBLISH::equals).toList();
        }

        private void take(JobRow job, List<String> lanes, int share) {
            int most = Math.min(claimed.size() + share, max);
            for (String lane : lanes) {
                int wanted = most - claimed.size();
                if (wanted <= 0) {
                    return;
                }
                List<TaskRow> tasks = taken(job, lane, wanted);
                List<Lease> leases = writer.leases(claims.handle(), job, tasks);
                for (int i = 0; i < tasks.size(); i++) {
                    claimed.add(new Claimed(tasks.get(i), leases.get(i)));
                }
            }
        }

        private List<TaskRow> taken(JobRow job, String lane, int wanted) {
            Map<String, Integer> limits = room.limits(job, lane);
            int most = limits.isEmpty() ? wanted : UseRoom.room(claims.handle(), limits, wanted);
            if (most == 0) {
                return List.of();
            }
            List<TaskRow> tasks = claimed(job.id(), lane, most);
            UseRoom.take(claims.handle(), limits, tasks);
            return tasks;
        }

        private List<TaskRow> claimed(String job, String lane, int most) {
            long millis = leaseTime.toMillis();
            Set<ContentType> warm =
                    lane.equals(Lane.PUBLISH)
                            ? Set.of()
                            : warmth.types(job, worker.worker(), worker.slots());
            return warm.isEmpty()
                    ? claims.claim(job, lane, worker.worker(), most, millis)
                    : claims.claim(
                            job,
                            lane,
                            worker.worker(),
                            most,
                            millis,
                            task -> warm.contains(type(task)));
        }
    }
}
