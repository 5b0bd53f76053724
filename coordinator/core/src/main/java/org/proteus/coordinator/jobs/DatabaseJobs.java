package org.proteus.coordinator.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.dispatch.JobBoard;
import org.proteus.coordinator.dispatch.JobControl;
import org.proteus.coordinator.dispatch.JobEnds;
import org.proteus.coordinator.dispatch.JobSpecs;
import org.proteus.coordinator.dispatch.Pulse;
import org.proteus.coordinator.dispatch.Workforce;
import org.proteus.coordinator.retention.Removal;
import org.proteus.coordinator.store.ContentRows;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.DecisionRows;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.ElementRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobRows;
import org.proteus.coordinator.store.PointRows;
import org.proteus.coordinator.store.TaskId;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
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
    private static final int LONGEST_PAGE = 1000;
    private static final int CHARTED_DECISIONS = 1000;

    private final Database database;
    private final RequestCheck check;
    private final Submissions submissions;
    private final Intake intake;
    private final JobViews views;
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
        int most = limit(limit);
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

    private static int limit(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "a page has 1 to " + LONGEST_PAGE + " rows, not " + limit,
                    "ask for less and follow the cursor");
        }
        return limit;
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
        int most = limit(limit);
        long after = cursor.map(Cursor::number).orElse(0L);
        JobRow row = row(job);
        return database.read(handle -> {
            List<ElementRow> rows = ElementRows.page(handle, job, state, after, most + 1);
            List<ElementRow> page = rows.subList(0, Math.min(most, rows.size()));
            return new Page<>(
                    ElementViews.of(handle, row, page),
                    rows.size() > most
                            ? Optional.of(Long.toString(page.getLast().seq()))
                            : Optional.empty());
        });
    }

    @Override
    public ElementView element(String job, long seq) {
        JobRow row = row(job);
        return database.read(
                handle -> ElementViews.of(handle, row, List.of(find(handle, job, seq))).getFirst());
    }

    private static ElementRow find(Handle handle, String job, long seq) {
        return ElementRows.find(handle, job, seq)
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.NOT_FOUND,
                                "job " + job + " has no element " + seq,
                                "list its elements to see them"));
    }

    @Override
    public Bytes result(String job, long seq) {
        if (!row(job).request().into().isInline()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the results of job " + job + " are in its sink",
                    "fetch them there");
        }
        return Bytes.of(database.read(handle -> result(handle, job, seq)));
    }

    private static byte[] result(Handle handle, String job, long seq) {
        ElementRow element = find(handle, job, seq);
        if (element.state() != ElementState.DONE) {
            throw new ProteusException(
                    ErrorCode.CONFLICT,
                    "element " + element.id() + " is not done",
                    "look at its state and problem");
        }
        TaskId id = new TaskId(job, seq, 1);
        long token = TaskRows.find(handle, id).orElseThrow().storedToken();
        return ContentRows.get(handle, ContentRows.result(id, token))
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.NOT_FOUND,
                                "the result of " + element.id() + " is not kept",
                                ""));
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
        return database.read(
                handle -> workforce.live().stream().map(row -> view(handle, row)).toList());
    }

    private static WorkerView view(Handle handle, WorkerRow worker) {
        return new WorkerView(
                worker.id(),
                worker.registration().pool(),
                worker.registration().host(),
                worker.registration().slots(),
                worker.draining(),
                worker.suspended(),
                Instant.ofEpochMilli(worker.lastSeen()),
                TaskRows.held(handle, worker.id()).stream()
                        .map(task -> task.id().toString())
                        .toList());
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
