package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.proteus.coordinator.learning.Experience;
import org.proteus.coordinator.routine.Routine;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.coordinator.store.WorkerRows;
import org.proteus.foundation.model.job.JobState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything that time alone changes: leases that ran out, workers that fell silent, jobs
 * that are over or late, what was learned and is not stored yet, and what others look after:
 * listings that nobody does, published programs.
 */
public final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final Database database;
    private final Duties duties;
    private final JobBoard board;
    private final Workforce workforce;
    private final ProgressBoard progress;
    private final Warmth warmth;
    private final InstantQueue instant;
    private final ReleaseDesk releases;
    private final JobControl control;
    private final JobEnds ends;
    private final Experience experience;
    private final Pulse work;
    private final Runnable others;
    private final Duration silence;
    private final Routine routine = new Routine("looking after leases", this::look);

    Keeper(
            Database database,
            Duties duties,
            JobBoard board,
            Workforce workforce,
            ProgressBoard progress,
            Warmth warmth,
            InstantQueue instant,
            ReleaseDesk releases,
            JobControl control,
            JobEnds ends,
            Experience experience,
            Pulse work,
            Runnable others,
            Duration silence) {
        this.database = database;
        this.duties = duties;
        this.board = board;
        this.workforce = workforce;
        this.progress = progress;
        this.warmth = warmth;
        this.instant = instant;
        this.releases = releases;
        this.control = control;
        this.ends = ends;
        this.experience = experience;
        this.work = work;
        this.others = others;
        this.silence = silence;
    }

    /** Looks every so often until it is closed. */
    public void start(Duration every) {
        routine.start(every);
    }

    /** Looks once. */
    public void look() {
        board.changed();
        List<JobRow> jobs = board.active();
        if (duties.mine(Duty.EXPIRY)) {
            expireLeases(jobs);
        }
        if (duties.mine(Duty.DEADLINES)) {
            endLate(jobs);
        }
        forgetSilentWorkers();
        others.run();
        Set<String> active = jobs.stream().map(JobRow::id).collect(Collectors.toSet());
        warmth.retain(active);
        ends.check(active);
        experience.save();
    }

    private void expireLeases(List<JobRow> jobs) {
        int expired = jobs.stream().mapToInt(job -> releases.expire(job.id())).sum();
        if (expired > 0) {
            LOG.info("{} leases ran out", expired);
            work.beat();
        }
    }

    private void endLate(List<JobRow> jobs) {
        jobs.stream()
                .filter(job -> job.request().deadline().isPresent())
                .filter(job -> job.state() != JobState.CANCELLING)
                .forEach(job -> control.expire(job.id()));
    }

    private void forgetSilentWorkers() {
        List<String> silent =
                database.brieflyWrite(
                        handle -> WorkerRows.removeSilent(handle, silence.toMillis()));
        workforce.changed();
        progress.retain(workforce.live().stream().map(WorkerRow::id).toList());
        for (String worker : silent) {
            LOG.warn("worker {} was not heard of for {} s", worker, silence.toSeconds());
            instant.lost(worker);
        }
    }

    @Override
    public void close() {
        routine.close();
    }
}
