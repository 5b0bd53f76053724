package org.proteus.coordinator.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Statements that remove jobs: at once from sight, then little by little what belonged to them. */
public final class RemovalRows {

    private RemovalRows() {}

    /** Removes a job that the caller has locked; what is left of it waits for {@link #next}. */
    public static void begin(Handle handle, String job) {
        handle.createUpdate("insert into removal (job, namespace) values (:job, :namespace)")
                .bind("job", job)
                .bind("namespace", JobRows.NAMESPACE)
                .execute();
        SecretRows.remove(handle, job);
        WebhookRows.remove(handle, job);
        delete(handle, "delete from submission where job = :job", job);
        delete(handle, "delete from job where id = :job", job);
    }

    private static int delete(Handle handle, String statement, String job) {
        return handle.createUpdate(statement).bind("job", job).execute();
    }

    /** Returns a removed job of which something is left. */
    public static Optional<String> next(Handle handle) {
        return handle.createQuery("select job from removal limit 1")
                .mapTo(String.class)
                .findFirst();
    }

    /**
     * Deletes some of what is left of a removed job.
     *
     * @param most elements, or parts of content, deleted at once
     * @return whether that was all
     */
    public static boolean advance(Handle handle, String job, int most) {
        if (contents(handle, job, most) || elements(handle, job, most)) {
            return false;
        }
        // Of an element whose group broke up, attempts may be left without it.
        for (String table :
                List.of("attempt", "task", "decision", "scaling_point", "leftover", "removal")) {
            delete(handle, "delete from " + table + " where job = :job", job);
        }
        return true;
    }

    private static boolean contents(Handle handle, String job, int most) {
        List<String> ids =
                handle.createQuery("select id from content where job = :job limit :most")
                        .bind("job", job)
                        .bind("most", most)
                        .mapTo(String.class)
                        .list();
        PreparedBatch batch = handle.prepareBatch("delete from content where id = ?");
        ids.stream().distinct().forEach(batch::add);
        if (!ids.isEmpty()) {
            batch.execute();
        }
        return !ids.isEmpty();
    }

    private static boolean elements(Handle handle, String job, int most) {
        Optional<Long> first =
                handle.createQuery("select seq from element where job = :job order by seq limit 1")
                        .bind("job", job)
                        .mapTo(Long.class)
                        .findOne();
        first.ifPresent(seq -> {
            for (String table : List.of("attempt", "task", "element")) {
                handle.createUpdate(
                                "delete from %s where job = :job and seq >= :first and seq < :end"
                                        .formatted(table))
                        .bind("job", job)
                        .bind("first", seq)
                        .bind("end", seq + most)
                        .execute();
            }
        });
        return first.isPresent();
    }

    /** Returns the job that ended first, if that is longer ago than this. */
    public static Optional<String> older(Handle handle, long millis) {
        return handle.createQuery(
                        """
                        select id from job where ended < %s - :millis
                        order by ended limit 1
                        """
                                .formatted(Database.NOW))
                .bind("millis", millis)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Returns the job that ended first, if ended jobs have more elements than this together; never
     * the one that ended last.
     */
    public static Optional<String> surplus(Handle handle, long elements) {
        return handle.createQuery(
                        """
                        select id from job
                        where ended is not null
                          and (select sum(next_seq - 1) from job where ended is not null) > :most
                          and ended < (select max(ended) from job)
                        order by ended limit 1
                        """)
                .bind("most", elements)
                .mapTo(String.class)
                .findOne();
    }
}
