package org.proteus.coordinator.store;

import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.Problem;

/**
 * Statements on elements whose objects belong together. One whose group is incomplete has no task,
 * so nothing can run it; every listing finds them anew.
 */
public final class GroupRows {

    private GroupRows() {}

    /** Forgets what an earlier listing found incomplete. */
    public static void forgetIncomplete(Handle handle, String job) {
        handle.createUpdate(
                        """
                        delete from element where job = :job and state in ('SKIPPED', 'REFUSED')
                          and not exists (select 1 from task where task.job = element.job
                            and task.seq = element.seq)
                        """)
                .bind("job", job)
                .execute();
    }

    /** Keeps what an element that still waits consists of now. */
    public static void waitsAs(Handle handle, ElementRow changed) {
        handle.createUpdate(
                        """
                        update element set etag = :etag, size = :size, partners = :partners
                        where job = :job and seq = :seq
                          and exists (select 1 from task where task.job = element.job
                            and task.seq = element.seq and task.state = 'WAITING')
                        """)
                .bind("etag", changed.etag())
                .bind("size", changed.size())
                .bind("partners", ElementRows.partners(changed.partners()))
                .bind("job", changed.job())
                .bind("seq", changed.seq())
                .execute();
    }

    /**
     * Ends an element of which something is missing now, unless its result is there already or a
     * worker is at it.
     */
    public static void incomplete(Handle handle, ElementRow element, Problem problem) {
        int dropped =
                handle.createUpdate(
                                """
                                delete from task where job = :job and seq = :seq
                                  and state in ('WAITING', 'DROPPED')
                                """)
                        .bind("job", element.job())
                        .bind("seq", element.seq())
                        .execute();
        if (dropped > 0) {
            handle.createUpdate(
                            """
                            update element set state = 'REFUSED', problem = :problem
                            where job = :job and seq = :seq
                            """)
                    .bind("problem", Json.text(problem))
                    .bind("job", element.job())
                    .bind("seq", element.seq())
                    .execute();
        }
    }
}
