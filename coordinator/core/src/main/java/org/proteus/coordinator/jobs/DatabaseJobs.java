package org.proteus.coordinator.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.dispatch.JobBoard;
import org.proteus.coordinator.dispatch.JobControl;
import org.proteus.coordinator.dispatch.JobEnds;
import org.proteus.coordinator.dispatch.JobSpecs;
import org.proteus.coordinator.dispatch.Pulse;
import org.proteus.coordinator.dispatch.Workforce;
import org.proteus.coordinator.retention.Removal;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.DecisionRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobRows;
import org.proteus.coordinator.store.PointRows;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.WorkerView;

/** Jobs in the database. Thread-safe. */
public final class DatabaseJobs implements Jobs {

    private static final Duration RECHECK = Duration.ofSeconds(1);
    private static final int CHARTED_DECISIONS = 1000;

    private final Database database;
    private final RequestCheck check;
    private final Submissions submissions;
    private final Intake intake;
    private final JobViews views;
    private final StoredElements elements;
    private final JobBoard board;
    private final JobSpecs specs;
    private final JobEnds ends;
    private final JobControl control;
    private final Removal removal;
    private final Workforce workforce;
    private final Pulse work;
    private final Pulse changes;
    private final Runnable listings;

    DatabaseJobs(
            Database database,
            RequestCheck check,
            Submissions submissions,
            Intake intake,
            JobViews views,
            JobBoard board,
            JobSpecs specs,
            JobEnds ends,
            JobControl control,
            Removal removal,
            Workforce workforce,
            Pulse work,
            Pulse changes,
            Runnable listings) {
        this.database = database;
        this.check = check;
        this.submissions = submissions;
        this.intake = intake;
        this.views = views;
        this.elements = new StoredElements(database);
        this.board = board;
        this.specs = specs;
        this.ends = ends;
        this.control = control;
        this.removal = removal;
        this.workforce = workforce;
        this.work = work;
        this.changes = changes;
        this.listings = listings;
    }

    @Override
    public JobView submit(JobRequest request, Optional<String> key) {
        String print = RequestPrint.of(request, false);
        Optional<String> known = submissions.known(key, print);
        if (known.isPresent()) {
            return show(known.get());
        }
        Accepted accepted = check.check(request);
        return begun(submissions.once(key, print, handle -> intake.store(handle, accepted)));
    }

    @Override
    public JobView submitOrResume(JobRequest request, Optional<String> key) {
        String print = RequestPrint.of(request, true);
        Optional<String> known = submissions.known(key, print);
        if (known.isPresent()) {
            return show(known.get());
        }
        Accepted accepted = check.check(request);
        Optional<JobRow> same =
                database.read(handle -> JobRows.findSame(handle, accepted.fingerprint()));
        // One that was cancelled may have ended without anybody having looked.
        same.ifPresent(row -> ends.check(Set.of(row.id())));
        return begun(
                submissions.once(
                        key,
                        print,
                        handle ->
                                same.flatMap(row -> intake.resume(handle, accepted, row.id()))
                                        .orElseGet(() -> intake.store(handle, accepted))));
    }

    private JobView begun(String job) {
        specs.forget(job);
        board.changed();
        listings.run();
        work.beat();
        ends.check(Set.of(job));
        return show(job);
    }

    @Override
    public JobView show(String job) {
        return views.view(row(job));
    }

    private JobRow row(String job) {
        return database.read(handle -> JobRows.find(handle, job))
                .orElseThrow(() -> JobSpecs.unknown(job));
    }

    @Override
    public Page<JobView> list(Optional<String> cursor, int limit) {
        int most = Cursor.limit(limit);
        Cursor after = cursor.map(Cursor::parse).orElse(Cursor.FIRST);
        List<JobRow> rows =
                database.read(h -> JobRows.newest(h, after.created(), after.id(), most + 1));
        List<JobRow> page = rows.subList(0, Math.min(most, rows.size()));
        return new Page<>(
                page.stream().map(views::view).toList(),
                rows.size() > most
                        ? Optional.of(Cursor.at(page.getLast()).text())
                        : Optional.empty());
    }

    @Override
    public JobView cancel(String job) {
        control.cancel(job, Problem.of(ErrorCode.CANCELLED, "the job was cancelled"));
        return show(job);
    }

    @Override
    public JobView pause(String job) {
        control.pause(job);
        return show(job);
    }

    @Override
    public JobView resume(String job) {
        control.resume(job);
        return begun(job);
    }

    @Override
    public void remove(String job) {
        removal.remove(job);
    }

    @Override
    public JobView retry(String job) {
        intake.retry(job);
        return begun(job);
    }

    @Override
    public Page<ElementView> elements(
            String job, Optional<ElementState> state, Optional<String> cursor, int limit) {
        return elements.page(row(job), state, cursor, Cursor.limit(limit));
    }

    @Override
    public ElementView element(String job, long seq) {
        return elements.element(row(job), seq);
    }

    @Override
    public Bytes result(String job, long seq) {
        return elements.result(row(job), seq);
    }

    @Override
    public List<Decision> decisions(String job, long after) {
        row(job);
        return database.read(handle -> DecisionRows.of(handle, job, after));
    }

    @Override
    public ScalingChart scaling(String job) {
        row(job);
        return database.read(handle ->
                new ScalingChart(
                        job,
                        PointRows.of(handle, job),
                        DecisionRows.newest(handle, job, CHARTED_DECISIONS)));
    }

    @Override
    public List<WorkerView> workers() {
        return database.read(handle -> WorkerViews.of(handle, workforce.live()));
    }

    @Override
    public JobView await(String job, Duration atMost) throws InterruptedException {
        long deadline = Pulse.deadline(atMost.toMillis());
        while (true) {
            long seen = changes.count();
            JobRow row = row(job);
            long left = deadline - System.nanoTime();
            if (row.state().isFinal() || left <= 0) {
                return views.view(row);
            }
            changes.await(seen, Pulse.shorter(RECHECK, left));
        }
    }
}
