package org.proteus.coordinator.dispatch;

import java.util.Set;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobRows;
import org.proteus.coordinator.store.JobSweeps;
import org.proteus.coordinator.store.ListingRows;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pauses, resumes and cancels jobs; repeating any of it is harmless. Thread-safe. */
public final class JobControl {

    private static final Logger LOG = LoggerFactory.getLogger(JobControl.class);

    private final Database database;
    private final JobBoard board;
    private final JobEnds ends;
    private final Pulse changes;

    /**
     * Creates the control.
     *
     * @param changes beats when a job was changed
     */
    public JobControl(Database database, JobBoard board, JobEnds ends, Pulse changes) {
        this.database = database;
        this.board = board;
        this.ends = ends;
        this.changes = changes;
    }

    /**
     * Lets nothing of a job begin any more.
     *
     * @throws ProteusException with {@code NOT_FOUND}, or {@code CONFLICT} when it ended or is
     *     being cancelled
     */
    public void pause(String job) {
        change(
                job,
                (handle, row) -> {
                    requireGoing(row);
                    JobRows.state(handle, job, JobState.PAUSED);
                    ListingRows.release(handle, job);
                });
    }

    /** Lets a paused job go on; otherwise as {@link #pause}. */
    public void resume(String job) {
        change(
                job,
                (handle, row) -> {
                    requireGoing(row);
                    JobRows.state(handle, job, JobState.RUNNING);
                });
    }

    private static void requireGoing(JobRow row) {
        if (row.state().isFinal()) {
            throw new ProteusException(
                    ErrorCode.CONFLICT, "job " + row.id() + " has ended", "retry it instead");
        }
        if (row.state() == JobState.CANCELLING) {
            throw new ProteusException(
                    ErrorCode.CONFLICT,
                    "job " + row.id() + " is just being cancelled",
                    "wait for its end, then retry it");
        }
    }

    /**
     * Stops a job; elements that have not ended become {@code CANCELLED} for this reason. Nothing
     * happens to a job that ended.
     *
     * @throws ProteusException with {@code NOT_FOUND}
     */
    public void cancel(String job, Problem reason) {
        change(
                job,
                (handle, row) -> {
                    if (!row.state().isFinal()) {
                        stop(handle, job, reason);
                    }
                });
    }

    private static void stop(Handle handle, String job, Problem reason) {
        JobRows.state(handle, job, JobState.CANCELLING);
        ListingRows.stop(handle, job);
        JobSweeps.cancel(handle, job, reason);
    }

    /** Cancels a job whose deadline has passed; any other stays as it is. */
    void expire(String job) {
        change(
                job,
                (handle, row) -> {
                    boolean going =
                            row.state() == JobState.RUNNING || row.state() == JobState.PAUSED;
                    if (going && Deadline.hasPassed(handle, row.request())) {
                        Problem reason = Deadline.passed(row);
                        stop(handle, job, reason);
                        JobRows.problem(handle, job, reason);
                        LOG.info("job {} is cancelled: {}", job, reason.message());
                    }
                });
    }

    private void change(String job, BiConsumer<Handle, JobRow> work) {
        database.change(handle ->
                work.accept(
                        handle,
                        JobRows.lock(handle, job).orElseThrow(() -> JobSpecs.unknown(job))));
        board.changed();
        changes.beat();
        ends.check(Set.of(job));
    }
}
