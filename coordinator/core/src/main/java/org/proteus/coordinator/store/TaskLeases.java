package org.proteus.coordinator.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.protocol.TaskKey;

/** Statements that keep leases and end them; {@link TaskClaims} gives them. */
public final class TaskLeases {

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
