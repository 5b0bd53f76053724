package org.proteus.coordinator.store;

import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.TaskKey;

/** Statements that lease tasks and check tokens. */
public final class TaskLeases {

    private TaskLeases() {}

    /**
     * Leases tasks of one lane of a job, in listing order; raises the token of each.
     *
     * @param locking how the database keeps other claims from the same rows
     * @return the tasks as they were before
     */
    static List<TaskRow> claim(
            Handle handle,
            String locking,
            String job,
            String lane,
            String worker,
            int limit,
            long millis) {
        String state = lane.equals(Lane.PUBLISH) ? "STORED" : "WAITING";
        List<TaskRow> found =
                handle.createQuery(
                                """
                                select * from task where job = :job and state = :state
                                  and lane = :lane and not_before <= %s and waits_for = 0
                                order by job, state, lane, seq, n limit :limit %s
                                """
                                        .formatted(Database.NOW, locking))
                        .bind("job", job)
                        .bind("state", state)
                        .bind("lane", lane)
                        .bind("limit", limit)
                        .map((row, context) -> TaskRows.row(row))
                        .list();
        return found.isEmpty() ? found : lease(handle, found, worker, millis);
    }

    /** Returns those that nobody changed since they were read. */
    private static List<TaskRow> lease(
            Handle handle, List<TaskRow> tasks, String worker, long millis) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        update task set token = token + 1, worker = ?, leased_at = %1$s,
                          leased_until = ? + %1$s,
                          lane = case when state = 'STORED' then '' else lane end,
                          state = case when state = 'WAITING' then 'LEASED' else state end
                        where job = ? and seq = ? and n = ? and token = ? and state = ?
                        """
                                .formatted(Database.NOW));
        for (TaskRow task : tasks) {
            TaskId id = task.id();
            batch.add(
                    worker, millis, id.job(), id.seq(), id.n(), task.token(), task.state().name());
        }
        int[] changed = batch.execute();
        return IntStream.range(0, changed.length)
                .filter(i -> changed[i] == 1)
                .mapToObj(tasks::get)
                .toList();
    }

    /** Lets every lease of a job run out at once. */
    public static void runOut(Handle handle, String job) {
        handle.createUpdate(
                        """
                        update task set leased_until = 0 where job = :job
                          and state in ('LEASED', 'STORED', 'STOPPING')
                        """)
                .bind("job", job)
                .execute();
    }

    /** Keeps leases alive. */
    public static void extend(Handle handle, List<TaskKey> keys, long millis) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        update task set leased_until = ? + %s
                        where job = ? and seq = ? and n = ? and token = ?
                          and state in ('LEASED', 'STORED') and worker is not null
                        """
                                .formatted(Database.NOW));
        for (TaskKey key : keys.stream().sorted(TaskId.LOCKING).toList()) {
            TaskId id = TaskId.parse(key.task());
            batch.add(millis, id.job(), id.seq(), id.n(), key.token());
        }
        batch.execute();
    }

    /**
     * Makes results the results of their tasks where the token is still the current one.
     *
     * @return for each commit whether it counts
     */
    public static boolean[] commit(Handle handle, List<Commit> commits) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        update task set state = ?, lane = '', stored_token = token,
                          temporary_name = ?, result_size = ?, result_checksum = ?
                        where job = ? and seq = ? and n = ? and token = ? and state = 'LEASED'
                        """);
        for (Commit commit : commits) {
            TaskId id = TaskId.parse(commit.key().task());
            batch.add(
                    commit.temporaryName().isEmpty() ? "DONE" : "STORED",
                    commit.temporaryName(),
                    commit.size(),
                    commit.checksum(),
                    id.job(),
                    id.seq(),
                    id.n(),
                    commit.key().token());
        }
        int[] changed = batch.execute();
        boolean[] accepted = new boolean[changed.length];
        for (int i = 0; i < changed.length; i++) {
            accepted[i] = changed[i] == 1;
        }
        return accepted;
    }

    /** Whether the result of this very lease is the result of its task already. */
    public static boolean isCommitted(Handle handle, TaskId id, long token) {
        return handle.createQuery(
                                """
                                select count(*) from task
                                where job = :job and seq = :seq and n = :n
                                  and stored_token = :token and state in ('STORED', 'DONE')
                                """)
                        .bind("job", id.job())
                        .bind("seq", id.seq())
                        .bind("n", id.n())
                        .bind("token", token)
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /**
     * Ends a task whose result stands under its final name; whoever committed it or leased it since
     * may say so.
     *
     * @return whether it was not known before
     */
    public static boolean published(Handle handle, TaskId id, long token) {
        return handle.createUpdate(
                                """
                                update task set state = 'DONE', lane = ''
                                where job = :job and seq = :seq and n = :n and state = 'STORED'
                                  and :token >= stored_token and :token <= token
                                """)
                        .bind("job", id.job())
                        .bind("seq", id.seq())
                        .bind("n", id.n())
                        .bind("token", token)
                        .execute()
                == 1;
    }
}
