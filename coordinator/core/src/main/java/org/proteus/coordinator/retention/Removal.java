package org.proteus.coordinator.retention;

import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.dispatch.JobSpecs;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobRows;
import org.proteus.coordinator.store.RemovalRows;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Takes ended jobs out of sight at once; a {@link Pruner} deletes the rest. Thread-safe. */
public final class Removal {

    private final Database database;
    private final JobSpecs specs;

    /** Creates the removal of jobs. */
    public Removal(Database database, JobSpecs specs) {
        this.database = database;
        this.specs = specs;
    }

    /**
     * Removes a job.
     *
     * @throws ProteusException with {@code NOT_FOUND}, or {@code CONFLICT} when it has not ended
     */
    public void remove(String job) {
        database.change(handle -> {
            JobRow row = JobRows.lock(handle, job).orElseThrow(() -> JobSpecs.unknown(job));
            if (!row.state().isFinal()) {
                throw new ProteusException(
                        ErrorCode.CONFLICT,
                        "job " + job + " has not ended",
                        "wait for its end, or cancel it first");
            }
            RemovalRows.begin(handle, job);
        });
        specs.forget(job);
    }

    /** Removes a job if it has still ended; it may have been retried since it was looked at. */
    boolean removeIfEnded(String job) {
        boolean removed = database.write(handle -> ended(handle, job));
        specs.forget(job);
        return removed;
    }

    private static boolean ended(Handle handle, String job) {
        boolean over = JobRows.lock(handle, job).filter(row -> row.state().isFinal()).isPresent();
        if (over) {
            RemovalRows.begin(handle, job);
        }
        return over;
    }
}
