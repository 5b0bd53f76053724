package org.proteus.coordinator.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.proteus.foundation.model.protocol.StepFailure;

/** Statements that find tasks. */
public final class TaskRows {

    private static final TypeReference<List<StepFailure>> FAILURES = new TypeReference<>() {};

    /** States in which a worker may hold a task. */
    static final List<TaskState> HELD_STATES =
            List.of(TaskState.LEASED, TaskState.STORED, TaskState.STOPPING);

    /** H2 uses no further column of an index after an IN, so each state is asked for by itself. */
    private static final String HELD = held("*") + " order by job, seq, n";

    private static final String ANY_HELD = held("alone") + " limit 1";

    private TaskRows() {}

    private static String held(String columns) {
        return HELD_STATES.stream()
                .map(state ->
                        "select "
                                + columns
                                + " from task where worker = :worker and state = '"
                                + state
                                + "'")
                .collect(Collectors.joining(" union all "));
    }

    static void insert(Handle handle, List<ElementRow> elements) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        insert into task (job, seq, n, namespace, waits_for, state, lane, token,
                          not_before, leased_at, leased_until, needs, failures, losses,
                          alone_losses, alone, failed, stored_token, temporary_name, result_size,
                          result_checksum)
                        values (?, ?, 1, ?, 0, 'WAITING', '', 0, 0, 0, 0, '', 0, 0, 0, false, '[]',
                          0, '', -1, '')
                        """);
        for (ElementRow element : elements) {
            batch.add(element.job(), element.seq(), JobRows.NAMESPACE);
        }
        batch.execute();
    }

    /** Returns a task. */
    public static Optional<TaskRow> find(Handle handle, TaskId id) {
        return one(handle, id, "");
    }

    /** Returns a task and keeps others from changing it until the transaction ends. */
    public static Optional<TaskRow> lock(Handle handle, TaskId id) {
        return one(handle, id, " for update");
    }

    private static Optional<TaskRow> one(Handle handle, TaskId id, String locking) {
        return handle.createQuery(
                        "select * from task where job = :job and seq = :seq and n = :n" + locking)
                .bind("job", id.job())
                .bind("seq", id.seq())
                .bind("n", id.n())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Returns the tasks that a worker holds. */
    public static List<TaskRow> held(Handle handle, String worker) {
        return handle.createQuery(HELD)
                .bind("worker", worker)
                .map((row, context) -> row(row))
                .list();
    }

    /**
     * Returns whether what a worker holds runs alone in it; absent when it holds nothing. Beside a
     * task that runs alone there is no other.
     */
    public static Optional<Boolean> holdsAlone(Handle handle, String worker) {
        return handle.createQuery(ANY_HELD).bind("worker", worker).mapTo(Boolean.class).findOne();
    }

    /** Returns the first tasks of these elements. */
    public static List<TaskRow> ofElements(Handle handle, String job, Collection<Long> seqs) {
        return handle.createQuery(
                        """
                        select task.* from unnest(:seqs) as wanted (s)
                        left join task on job = :job and seq = wanted.s and seq = any(:seqs)
                          and n = 1
                        where job is not null
                        """)
                .bind("job", job)
                .bindArray("seqs", Long.class, seqs.toArray())
                .map((row, context) -> row(row))
                .list();
    }

    /** Returns tasks of a job whose lease ran out, and keeps others from changing them. */
    public static List<TaskRow> expired(Handle handle, String job, int limit) {
        return HELD_STATES.stream()
                .flatMap(state -> expired(handle, job, state, limit).stream())
                .toList();
    }

    private static List<TaskRow> expired(Handle handle, String job, TaskState state, int limit) {
        return handle.createQuery(
                        """
                        select * from task where job = :job and state = :state
                          and worker is not null and leased_until < %s
                        limit :limit for update skip locked
                        """
                                .formatted(Database.NOW))
                .bind("job", job)
                .bind("state", state.name())
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    /** Counts tasks of a job that any worker may take, up to a limit. */
    public static int open(Handle handle, String job, int limit) {
        return handle.createQuery(
                        """
                        select count(*) from (select seq from task where job = :job
                          and state = 'WAITING' and lane = '' limit :limit) as waiting
                        """)
                .bind("job", job)
                .bind("limit", limit)
                .mapTo(Integer.class)
                .one();
    }

    /** Returns the lanes of a job in which tasks wait, {@link Lane#OPEN} left out. */
    public static List<String> lanes(Handle handle, String job) {
        // Asked for what is greater than the open lane, H2 would read every task in that first.
        return handle.createQuery(
                        """
                        select lane from task
                          where job = :job and state = 'WAITING' and lane >= :first
                        union
                        select lane from task
                          where job = :job and state = 'STORED' and lane >= :first
                        """)
                .bind("job", job)
                .bind("first", Lane.FIRST_AFTER_OPEN)
                .mapTo(String.class)
                .list();
    }

    static TaskRow row(ResultSet row) throws SQLException {
        return new TaskRow(
                new TaskId(row.getString("job"), row.getLong("seq"), row.getInt("n")),
                TaskState.valueOf(row.getString("state")),
                row.getLong("token"),
                Optional.ofNullable(row.getString("worker")),
                row.getLong("leased_at"),
                row.getLong("leased_until"),
                ElementRows.type(row.getString("type_known")),
                row.getString("needs"),
                row.getInt("failures"),
                row.getInt("losses"),
                row.getInt("alone_losses"),
                row.getBoolean("alone"),
                failures(row.getString("failed")),
                row.getLong("stored_token"),
                row.getString("temporary_name"),
                row.getLong("result_size"));
    }

    private static List<StepFailure> failures(String json) {
        return json.equals("[]") ? List.of() : Json.read(json, FAILURES);
    }
}
