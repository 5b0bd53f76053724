package org.proteus.coordinator.store;

import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.Problem;

/** Statements on the listing of a job's source: one coordinator at a time lists it. */
public final class ListingRows {

    private ListingRows() {}

    /** Takes or keeps the listing of a job for some time; false when another coordinator has it. */
    public static boolean hold(Handle handle, String job, String lister, long millis) {
        return handle.createUpdate(
                                """
                                update job set lister = :lister, lister_until = :millis + %1$s
                                where id = :id and not listed and state = 'RUNNING'
                                  and (lister is null or lister = :lister or lister_until < %1$s)
                                """
                                        .formatted(Database.NOW))
                        .bind("id", job)
                        .bind("lister", lister)
                        .bind("millis", millis)
                        .execute()
                > 0;
    }

    /** Remembers how far the listing came; false when this coordinator no longer has it. */
    public static boolean advance(
            Handle handle, String job, String lister, String cursor, long nextSeq) {
        return handle.createUpdate(
                                """
                                update job set listing_cursor = :cursor, next_seq = :next
                                where id = :id and lister = :lister and state = 'RUNNING'
                                  and not listed
                                """)
                        .bind("id", job)
                        .bind("lister", lister)
                        .bind("cursor", cursor)
                        .bind("next", nextSeq)
                        .execute()
                > 0;
    }

    /** Ends the listing: the source came to its end. */
    public static void finish(Handle handle, String job, String lister) {
        handle.createUpdate(
                        """
                        update job set listed = true, relisting = false, lister = null
                        where id = :id and lister = :lister
                        """)
                .bind("id", job)
                .bind("lister", lister)
                .execute();
    }

    /** Ends the listing: the source cannot be listed any further. */
    public static void fail(Handle handle, String job, String lister, Problem problem) {
        handle.createUpdate(
                        """
                        update job set listed = true, problem = :problem, lister = null
                        where id = :id and lister = :lister
                        """)
                .bind("id", job)
                .bind("lister", lister)
                .bind("problem", Json.text(problem))
                .execute();
    }

    /** Stops listing a job that is being cancelled. */
    public static void stop(Handle handle, String job) {
        handle.createUpdate("update job set listed = true, lister = null where id = :id")
                .bind("id", job)
                .execute();
    }

    /** Frees the listing of a job; it goes on from its cursor. */
    public static void release(Handle handle, String job) {
        handle.createUpdate("update job set lister = null, lister_until = 0 where id = :id")
                .bind("id", job)
                .execute();
    }

    /** Frees the listings of a coordinator that closes; returns how many. */
    public static int free(Handle handle, String lister) {
        return handle.createUpdate(
                        "update job set lister = null, lister_until = 0 where lister = :lister")
                .bind("lister", lister)
                .execute();
    }

    /** Frees every listing; for a coordinator that has the database to itself. */
    public static void freeAll(Handle handle) {
        handle.execute("update job set lister = null, lister_until = 0 where lister is not null");
    }
}
