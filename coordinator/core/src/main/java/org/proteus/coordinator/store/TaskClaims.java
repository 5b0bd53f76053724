package org.proteus.coordinator.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.ContentType;

/** A transaction that claims tasks. Used by one thread. */
public final class TaskClaims {

    /** Where the tasks of one lane are that may be leased now, in listing order. */
    private static final String READY =
            """
            task.job = :job and task.state = :state and task.lane = :lane
              and task.not_before <= %s and task.waits_for = 0
            """
                    .formatted(Database.NOW);

    private static final String IN_ORDER =
            " order by task.job, task.state, task.lane, task.seq, task.n limit :limit ";

    private static final String WAITING =
            """
            select task.seq, coalesce(task.type_known, element.type_hint) as type, element.name
            from task join element on element.job = :job and element.seq = task.seq
            where
            """
                    + READY
                    + IN_ORDER;

    private static final String LOCKED =
            "select * from task where "
                    + READY
                    + " and task.seq >= :first and task.seq <= :last and task.seq = any(:seqs)"
                    + IN_ORDER;

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

    /** How far a task is looked for that suits a worker better: so many times those wanted. */
    private static final int WINDOW = 8;

    private final Handle handle;
    private final String locking;

    TaskClaims(Handle handle, String locking) {
        this.handle = handle;
        this.locking = locking;
    }

    /** Returns the handle of the transaction. */
    public Handle handle() {
        return handle;
    }

    /**
     * Leases tasks of one lane of a job, in listing order; raises the token of each.
     *
     * @param millis how long the lease lasts
     * @return the tasks as they were before
     */
    public List<TaskRow> claim(String job, String lane, String worker, int limit, long millis) {
        List<TaskRow> found =
                handle.createQuery("select * from task where " + READY + IN_ORDER + locking)
                        .bind("job", job)
                        .bind("state", state(lane))
                        .bind("lane", lane)
                        .bind("limit", limit)
                        .map((row, context) -> TaskRows.row(row))
                        .list();
        return lease(job, found, worker, millis);
    }

    /**
     * Leases as many tasks as without a preference, but first those next in order that are
     * preferred. No task falls behind for long: only a few of the next ones are looked at.
     */
    public List<TaskRow> claim(
            String job,
            String lane,
            String worker,
            int limit,
            long millis,
            Predicate<WaitingTask> preferred) {
        List<Long> suited =
                waiting(job, lane, limit * WINDOW).stream()
                        .filter(preferred)
                        .map(WaitingTask::seq)
                        .limit(limit)
                        .toList();
        List<TaskRow> claimed = new ArrayList<>();
        if (!suited.isEmpty()) {
            claimed.addAll(lease(job, locked(job, lane, suited), worker, millis));
        }
        if (claimed.size() < limit) {
            claimed.addAll(claim(job, lane, worker, limit - claimed.size(), millis));
        }
        return claimed;
    }

    private List<WaitingTask> waiting(String job, String lane, int limit) {
        return handle.createQuery(WAITING)
                .bind("job", job)
                .bind("state", state(lane))
                .bind("lane", lane)
                .bind("limit", limit)
                .map((row, context) ->
                        new WaitingTask(
                                row.getLong("seq"),
                                Optional.ofNullable(row.getString("type")).map(ContentType::parse),
                                row.getString("name")))
                .list();
    }

    /** The bounds keep H2 from reading every task of the lane. */
    private List<TaskRow> locked(String job, String lane, List<Long> seqs) {
        return handle.createQuery(LOCKED + locking)
                .bind("job", job)
                .bind("state", state(lane))
                .bind("lane", lane)
                .bind("first", seqs.getFirst())
                .bind("last", seqs.getLast())
                .bindArray("seqs", Long.class, seqs.toArray())
                .bind("limit", seqs.size())
                .map((row, context) -> TaskRows.row(row))
                .list();
    }

    private static String state(String lane) {
        return lane.equals(Lane.PUBLISH) ? "STORED" : "WAITING";
    }

    /** Returns those that nobody changed since they were read. */
    private List<TaskRow> lease(String job, List<TaskRow> tasks, String worker, long millis) {
        if (tasks.isEmpty()) {
            return tasks;
        }
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
        return changed == tasks.size() ? tasks : leased(tasks, worker);
    }

    /** Nobody else can have raised these very tokens for this worker. */
    private List<TaskRow> leased(List<TaskRow> tasks, String worker) {
        Map<TaskId, TaskRow> now =
                TaskRows.held(handle, worker).stream()
                        .collect(Collectors.toMap(TaskRow::id, Function.identity()));
        return tasks.stream()
                .filter(task ->
                        now.containsKey(task.id())
                                && now.get(task.id()).token() == task.token() + 1)
                .toList();
    }
}
