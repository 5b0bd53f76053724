package org.proteus.coordinator.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.job.Decision;

/** Statements on a job's log of decisions. */
public final class DecisionRows {

    private DecisionRows() {}

    /** Adds an entry. */
    public static void add(Handle handle, String job, Decision decision) {
        handle.createUpdate(
                        "insert into decision (namespace, job, body) values (:namespace, :job, :body)")
                .bind("namespace", JobRows.NAMESPACE)
                .bind("job", job)
                .bind("body", Json.text(decision))
                .execute();
    }

    /** Returns the entries, oldest first. */
    public static List<Decision> of(Handle handle, String job) {
        return handle.createQuery("select body from decision where job = :job order by id")
                .bind("job", job)
                .map((row, context) -> Json.read(row.getString(1), Decision.class))
                .list();
    }
}
