package org.proteus.coordinator.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.job.Decision;

/** Statements on a job's log of decisions. */
public final class DecisionRows {

    private DecisionRows() {}

    /**
     * Adds an entry; nothing when the job is gone. One at a time for each job, so that nobody sees
     * a later entry before an earlier one.
     */
    public static void add(Handle handle, String job, Decision decision) {
        if (JobRows.lock(handle, job).isEmpty()) {
            return;
        }
        handle.createUpdate(
                        "insert into decision (namespace, job, body) values (:namespace, :job, :body)")
                .bind("namespace", JobRows.NAMESPACE)
                .bind("job", job)
                .bind("body", Json.text(decision))
                .execute();
    }

    /** Returns the entries, oldest first, without the first {@code after} of them. */
    public static List<Decision> of(Handle handle, String job, long after) {
        return handle.createQuery(
                        "select body from decision where job = :job order by id offset :after rows")
                .bind("job", job)
                .bind("after", after)
                .map((row, context) -> Json.read(row.getString(1), Decision.class))
                .list();
    }

    /** Returns the newest entries, oldest of them first. */
    public static List<Decision> newest(Handle handle, String job, int most) {
        return handle.createQuery(
                        "select body from decision where job = :job order by id desc limit :most")
                .bind("job", job)
                .bind("most", most)
                .map((row, context) -> Json.read(row.getString(1), Decision.class))
                .list()
                .reversed();
    }
}
