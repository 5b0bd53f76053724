package org.proteus.coordinator.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/** Statements on workers. */
public final class WorkerRows {

    private WorkerRows() {}

    /** Stores a worker or replaces what it said before; a suspended one stays suspended. */
    public static void put(Handle handle, WorkerRegistration worker) {
        boolean suspended =
                handle.createQuery("select suspended from worker where id = :id")
                        .bind("id", worker.worker())
                        .mapTo(Boolean.class)
                        .findOne()
                        .orElse(false);
        remove(handle, worker.worker());
        handle.createUpdate(
                        """
                        insert into worker (id, namespace, pool, registration, draining, suspended,
                          idle_slots, last_seen)
                        values (:id, :namespace, :pool, :registration, false, :suspended, 0, %s)
                        """
                                .formatted(Database.NOW))
                .bind("id", worker.worker())
                .bind("namespace", JobRows.NAMESPACE)
                .bind("pool", worker.pool())
                .bind("registration", Json.text(worker))
                .bind("suspended", suspended)
                .execute();
    }

    /** Replaces what a worker offers; false when the worker is not known. */
    public static boolean offer(Handle handle, String worker, List<ProgramOffer> offers) {
        Optional<WorkerRegistration> known =
                handle.createQuery("select registration from worker where id = :id")
                        .bind("id", worker)
                        .mapTo(String.class)
                        .findOne()
                        .map(text -> Json.read(text, WorkerRegistration.class));
        known.ifPresent(before ->
                handle.createUpdate("update worker set registration = :now where id = :id")
                        .bind("id", worker)
                        .bind("now", Json.text(before.withOffers(offers)))
                        .execute());
        return known.isPresent();
    }

    /** Notes a sign of life; false when the worker is not known. */
    public static boolean seen(Handle handle, Heartbeat heartbeat) {
        return handle.createUpdate(
                                """
                                update worker set last_seen = %s, idle_slots = :idle,
                                  draining = draining or :draining where id = :id
                                """
                                        .formatted(Database.NOW))
                        .bind("idle", heartbeat.idleSlots())
                        .bind("draining", heartbeat.draining())
                        .bind("id", heartbeat.worker())
                        .execute()
                > 0;
    }

    /** Asks a worker to take no more work and end; false when the worker is not known. */
    public static boolean drain(Handle handle, String worker) {
        return handle.createUpdate("update worker set draining = true where id = :id")
                        .bind("id", worker)
                        .execute()
                > 0;
    }

    /** Suspends a worker or lets it go on; false when the worker is not known. */
    public static boolean suspend(Handle handle, String worker, boolean suspended) {
        return handle.createUpdate("update worker set suspended = :suspended where id = :id")
                        .bind("id", worker)
                        .bind("suspended", suspended)
                        .execute()
                > 0;
    }

    /** Forgets a worker. */
    public static void remove(Handle handle, String worker) {
        handle.createUpdate("delete from worker where id = :id").bind("id", worker).execute();
    }

    /** Forgets every worker; for a coordinator whose workers lived in its own process. */
    public static void removeAll(Handle handle) {
        handle.execute("delete from worker");
    }

    /** Forgets workers that were silent for longer than this, and returns their ids. */
    public static List<String> removeSilent(Handle handle, long millis) {
        List<String> silent =
                handle.createQuery(
                                "select id from worker where last_seen < %s - :millis order by id"
                                        .formatted(Database.NOW))
                        .bind("millis", millis)
                        .mapTo(String.class)
                        .list();
        return silent.stream().filter(worker -> removeIfSilent(handle, worker, millis)).toList();
    }

    /** One that was heard of in between stays. */
    private static boolean removeIfSilent(Handle handle, String worker, long millis) {
        return handle.createUpdate(
                                "delete from worker where id = :id and last_seen < %s - :millis"
                                        .formatted(Database.NOW))
                        .bind("id", worker)
                        .bind("millis", millis)
                        .execute()
                > 0;
    }

    /** Returns the workers seen within this time, by id. */
    public static List<WorkerRow> seenWithin(Handle handle, long millis) {
        return handle.createQuery(
                        "select * from worker where last_seen >= %s - :millis order by id"
                                .formatted(Database.NOW))
                .bind("millis", millis)
                .map((row, context) ->
                        new WorkerRow(
                                Json.read(row.getString("registration"), WorkerRegistration.class),
                                row.getBoolean("draining"),
                                row.getBoolean("suspended"),
                                row.getInt("idle_slots"),
                                row.getLong("last_seen")))
                .list();
    }
}
