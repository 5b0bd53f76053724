package org.proteus.coordinator.store;

import org.jdbi.v3.core.Handle;

/** Statements on background duties: one coordinator at a time has each. */
public final class DutyRows {

    private DutyRows() {}

    /** Takes or keeps a duty for some time; false when another coordinator has it. */
    public static boolean hold(Handle handle, String duty, String holder, long millis) {
        return handle.createUpdate(
                                """
                                update duty set holder = :holder, held_until = :millis + %1$s
                                where name = :name
                                  and (holder is null or holder = :holder or held_until < %1$s)
                                """
                                        .formatted(Database.NOW))
                        .bind("name", duty)
                        .bind("holder", holder)
                        .bind("millis", millis)
                        .execute()
                > 0;
    }

    /** Gives back the duties of a coordinator that closes; returns how many. */
    public static int free(Handle handle, String holder) {
        return handle.createUpdate(
                        "update duty set holder = null, held_until = 0 where holder = :holder")
                .bind("holder", holder)
                .execute();
    }

    /** Frees every duty; for a coordinator that has the database to itself. */
    public static void freeAll(Handle handle) {
        handle.execute("update duty set holder = null, held_until = 0 where holder is not null");
    }
}
