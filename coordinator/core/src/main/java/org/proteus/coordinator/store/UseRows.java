package org.proteus.coordinator.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Statements on limited places and programs: who uses them now. A use ends with the lease it began
 * under; nobody has to say so.
 */
public final class UseRows {

    /** Uses whose lease is over. */
    private static final String OVER =
            """
            not exists (select 1 from task where task.job = use_hold.job
              and task.seq = use_hold.seq and task.n = use_hold.n
              and task.token = use_hold.token and task.state in ('LEASED', 'STOPPING'))
            """;

    private UseRows() {}

    /** Whether something can be locked. */
    public static boolean isKnown(Handle handle, String name) {
        return handle.createQuery("select count(*) from use_limit where name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one()
                .equals(1);
    }

    /** Makes something known; fails when another does so at the same time. */
    public static void add(Handle handle, String name) {
        handle.createUpdate("insert into use_limit (name) values (:name)")
                .bind("name", name)
                .execute();
    }

    /** Keeps others from counting or beginning uses until the transaction ends. */
    public static void lock(Handle handle, Collection<String> names) {
        for (String name : names.stream().sorted().toList()) {
            handle.createQuery("select name from use_limit where name = :name for update")
                    .bind("name", name)
                    .mapTo(String.class)
                    .one();
        }
    }

    /** Counts the uses of what is locked. */
    public static int count(Handle handle, String name) {
        handle.createUpdate("delete from use_hold where name = :name and " + OVER)
                .bind("name", name)
                .execute();
        return handle.createQuery("select count(*) from use_hold where name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one();
    }

    /** Whether a lease uses it already. */
    public static boolean holds(Handle handle, String name, TaskId id, long token) {
        return handle.createQuery(
                        """
                        select count(*) from use_hold where name = :name and job = :job
                          and seq = :seq and n = :n and token = :token
                        """)
                .bind("name", name)
                .bind("job", id.job())
                .bind("seq", id.seq())
                .bind("n", id.n())
                .bind("token", token)
                .mapTo(Integer.class)
                .one()
                .equals(1);
    }

    /** Lets a lease use what is locked, each of them. */
    public static void hold(
            Handle handle, Collection<String> names, List<TaskId> ids, long[] tokens) {
        PreparedBatch batch =
                handle.prepareBatch(
                        "insert into use_hold (name, job, seq, n, token) values (?, ?, ?, ?, ?)");
        for (String name : names) {
            for (int i = 0; i < ids.size(); i++) {
                TaskId id = ids.get(i);
                batch.add(name, id.job(), id.seq(), id.n(), tokens[i]);
            }
        }
        batch.execute();
    }
}
