package org.proteus.coordinator.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.protocol.TaskKey;

/** Statements that lease tasks, keep leases and end them. */
public final class TaskLeases {

    /** One statement for all: a batch would cost the database as much as that many statements. */
    private static final String LEASE =
            """
            merge into task using (
              select * from unnest(:seqs, :ns, :tokens) as w (w_seq, w_n, w_token)) as wanted
            on job = :job and seq = any(:seqs)
              and seq = w_seq and n = w_n and token = w_token and state = :state
            when matched then update set token = token + 1, worker = :worker,
              leased_at = %1$s, leased_until = :millis + %1$s,
              lane = case when state = 'STORED' then '' else lane end,
              state = case when state = 'WAITING' then 'LEASED' else state end
            """
                    .formatted(Database.NOW);

    private static final String EXTEND =
            """
            merge into task using (
              select * from unnest(:jobs, :seqs, :ns, :tokens) as w (w_job, w_seq, w_n, w_token))
              as wanted
            on job = any(:jobs) and seq = any(:seqs)
              and job = w_job and seq = w_seq and n = w_n and token = w_token
              and state in ('LEASED', 'STORED') and worker is not null
            when matched then update set leased_until = :millis + %s
            """
                    .formatted(Database.NOW);

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
        return found.isEmpty() ? found : lease(handle, job, found, worker, millis);
    }

    /** Returns those that nobody changed since they were read. */
    private static List<TaskRow> lease(
            Handle handle, String job, List<TaskRow> tasks, String worker, long millis) {
        int changed =
                handle.createUpdate(LEASE)
                        .bind("job", job)
                        .bind("state", tasks.getFirst().state().name())
                        .bind("worker", worker)
                        .bind("millis", millis)
                        .bindArray(
                                "seqs", Long.class, tasks.stream().map(t -> t.id().seq()).toArray())
                        .bindArray(
                                "ns", Integer.class, tasks.stream().map(t -> t.id().n()).toArray())
                        .bindArray(
                                "tokens", Long.class, tasks.stream().map(TaskRow::token).toArray())
                        .execute();
        return changed == tasks.size() ? tasks : leased(handle, tasks, worker);
    }

    /** Nobody else can have raised these very tokens for this worker. */
    private static List<TaskRow> leased(Handle handle, List<TaskRow> tasks, String worker) {
        Map<TaskId, TaskRow> now =
                TaskRows.held(handle, worker).stream()
                        .collect(Collectors.toMap(TaskRow::id, Function.identity()));
        return tasks.stream()
                .filter(task ->
                        now.containsKey(task.id())
                                && now.get(task.id()).token() == task.token() + 1)
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
    public static void extend(Handle handle, List<TaskKey> held, long millis) {
        List<TaskKey> keys = held.stream().sorted(TaskId.LOCKING).toList();
        List<TaskId> ids = keys.stream().map(key -> TaskId.parse(key.task())).toList();
        handle.createUpdate(EXTEND)
                .bind("millis", millis)
                .bindArray("jobs", String.class, ids.stream().map(TaskId::job).toArray())
                .bindArray("seqs", Long.class, ids.stream().map(TaskId::seq).toArray())
                .bindArray("ns", Integer.class, ids.stream().map(TaskId::n).toArray())
                .bindArray("tokens", Long.class, keys.stream().map(TaskKey::token).toArray())
                .execute();
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
