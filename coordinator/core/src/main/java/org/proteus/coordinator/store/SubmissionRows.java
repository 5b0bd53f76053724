package org.proteus.coordinator.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Statements on the keys under which jobs were submitted. */
public final class SubmissionRows {

    /**
     * What stands behind a key.
     *
     * @param print print of the request
     * @param job the job that it gave
     */
    public record Submission(String print, String job) {}

    private SubmissionRows() {}

    /** Returns what was submitted under a key. */
    public static Optional<Submission> find(Handle handle, String key) {
        return handle.createQuery(
                        """
                        select request_print, job from submission
                        where namespace = :namespace and idempotency_key = :key
                        """)
                .bind("namespace", JobRows.NAMESPACE)
                .bind("key", key)
                .map((row, context) -> new Submission(row.getString(1), row.getString(2)))
                .findOne();
    }

    /** Keeps what was submitted under a key; it must be the first. */
    public static void insert(Handle handle, String key, Submission submission) {
        handle.createUpdate(
                        """
                        insert into submission (namespace, idempotency_key, request_print, job)
                        values (:namespace, :key, :print, :job)
                        """)
                .bind("namespace", JobRows.NAMESPACE)
                .bind("key", key)
                .bind("print", submission.print())
                .bind("job", submission.job())
                .execute();
    }
}
