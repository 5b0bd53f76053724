package org.proteus.coordinator.store;

import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.Problem;

/** Statements that change many elements and tasks of a job at once. */
public final class JobSweeps {

    private static final String RESET =
            """
            update task set state = 'WAITING', lane = '', worker = null, not_before = 0,
              needs = '', type_known = null, failures = 0, losses = 0, alone_losses = 0,
              alone = false, failed = '[]', stored_token = 0, temporary_name = ''
            """;

    private JobSweeps() {}

    /** Cancels what waits, and stops what workers hold; what is committed is still published. */
    public static void cancel(Handle handle, String job, Problem problem) {
        handle.createUpdate(
                        """
                        update element set state = 'CANCELLED', problem = :problem
                        where job = :job and state in ('LISTED', 'WAITING')
                          and exists (select 1 from task where task.job = element.job
                            and task.seq = element.seq and task.state = 'WAITING')
                        """)
                .bind("problem", Json.text(problem))
                .bind("job", job)
                .execute();
        handle.createUpdate(
                        """
                        update task set state = 'DROPPED', lane = ''
                        where job = :job and state = 'WAITING'
                        """)
                .bind("job", job)
                .execute();
        handle.createUpdate(
                        "update task set state = 'STOPPING' where job = :job and state = 'LEASED'")
                .bind("job", job)
                .execute();
    }

    /**
     * Lets every element that ended without a result run again, with fresh budgets; not those that
     * a listing ended, because the source has nothing to run them on.
     *
     * @return how many
     */
    public static int retry(Handle handle, String job) {
        int elements =
                handle.createUpdate(
                                """
                                update element set state = 'WAITING', problem = null where job = :job
                                  and state in ('REFUSED', 'QUARANTINED', 'CANCELLED')
                                  and exists (select 1 from task where task.job = element.job
                                    and task.seq = element.seq)
                                """)
                        .bind("job", job)
                        .execute();
        resetTasks(handle, job);
        return elements;
    }

    private static void resetTasks(Handle handle, String job) {
        handle.createUpdate(RESET + " where job = :job and state = 'DROPPED'")
                .bind("job", job)
                .execute();
    }

    /** Lets an element that has ended run again because its object changed at the source. */
    public static void rerun(Handle handle, ElementRow changed) {
        handle.createUpdate(
                        """
                        update element set state = 'WAITING', problem = null, etag = :etag,
                          size = :size, partners = :partners, sink = '', result_size = -1, result_checksum = '',
                          source_checksum = ''
                        where job = :job and seq = :seq
                        """)
                .bind("etag", changed.etag())
                .bind("size", changed.size())
                .bind("partners", ElementRows.partners(changed.partners()))
                .bind("job", changed.job())
                .bind("seq", changed.seq())
                .execute();
        handle.createUpdate(
                        RESET
                                + " where job = :job and seq = :seq and state in ('DONE',"
                                + " 'DROPPED')")
                .bind("job", changed.job())
                .bind("seq", changed.seq())
                .execute();
    }
}
