package org.proteus.coordinator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.model.protocol.TaskRecord;

/** Statements on attempts. A row is written when a lease ends; until then the task itself tells. */
public final class AttemptRows {

    /** H2 takes a little over a million characters in a column. */
    private static final int LONGEST_RECORD = 900_000;

    private static final String INSERT =
            """
            insert into attempt (job, seq, n, token, namespace, worker, outcome, started, ended,
              problem, record)
            select job, seq, n, token, namespace, coalesce(worker, ''), %s, leased_at, %s, %s, %s
            from %s
            """;

    private static final String INSERT_DONE =
            INSERT.formatted(
                    "'done'",
                    Database.NOW,
                    "null",
                    "w_record",
                    """
                    unnest(:jobs, :seqs, :ns, :records) as w (w_job, w_seq, w_n, w_record)
                    join task on job = w_job and seq = w_seq and n = w_n
                    where job = any(:jobs) and seq = any(:seqs)\
                    """);

    private static final String INSERT_ONE =
            INSERT.formatted(
                    "cast(:outcome as varchar)",
                    Database.NOW,
                    "cast(:problem as varchar)",
                    "cast(:record as varchar)",
                    "task where job = :job and seq = :seq and n = :n");

    private AttemptRows() {}

    /** Keeps what was done under leases that were committed just now. */
    public static void done(Handle handle, List<Commit> commits) {
        List<TaskId> ids = commits.stream().map(c -> TaskId.parse(c.key().task())).toList();
        handle.createUpdate(INSERT_DONE)
                .bindArray("jobs", String.class, ids.stream().map(TaskId::job).toArray())
                .bindArray("seqs", Long.class, ids.stream().map(TaskId::seq).toArray())
                .bindArray("ns", Integer.class, ids.stream().map(TaskId::n).toArray())
                .bindArray(
                        "records",
                        String.class,
                        commits.stream().map(commit -> text(commit.record())).toArray())
                .execute();
    }

    /** Keeps how the newest lease of a task ended. */
    public static void ended(
            Handle handle,
            TaskId id,
            String outcome,
            Optional<Problem> problem,
            TaskRecord record) {
        handle.createUpdate(INSERT_ONE)
                .bind("outcome", outcome)
                .bind("problem", problem.map(Json::text).orElse(null))
                .bind("record", text(record))
                .bind("job", id.job())
                .bind("seq", id.seq())
                .bind("n", id.n())
                .execute();
    }

    /** Marks a lost lease whose worker came back with a result after all. */
    public static void stale(Handle handle, TaskId id, long token) {
        handle.createUpdate(
                        """
                        update attempt set outcome = 'stale'
                        where job = :job and seq = :seq and n = :n and token = :token
                          and outcome = 'lost'
                        """)
                .bind("job", id.job())
                .bind("seq", id.seq())
                .bind("n", id.n())
                .bind("token", token)
                .execute();
    }

    /** Keeps why the result of a lease that was committed could not be published. */
    public static void unpublished(
            Handle handle, TaskId id, long token, String outcome, Problem problem) {
        handle.createUpdate(
                        """
                        update attempt set outcome = :outcome, problem = :problem
                        where job = :job and seq = :seq and n = :n and token = :token
                        """)
                .bind("outcome", outcome)
                .bind("problem", Json.text(problem))
                .bind("job", id.job())
                .bind("seq", id.seq())
                .bind("n", id.n())
                .bind("token", token)
                .execute();
    }

    /** Returns the attempts of these elements, each list first to last. */
    public static Map<Long, List<AttemptView>> of(
            Handle handle, String job, Collection<Long> seqs) {
        return handle
                .createQuery(
                        """
                        select attempt.* from unnest(:seqs) as wanted (s)
                        left join attempt on job = :job and seq = wanted.s and seq = any(:seqs)
                        where job is not null
                        order by seq, n, token
                        """)
                .bind("job", job)
                .bindArray("seqs", Long.class, seqs.toArray())
                .map((row, context) -> Map.entry(row.getLong("seq"), view(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static AttemptView view(ResultSet row) throws SQLException {
        return new AttemptView(
                row.getInt("token"),
                row.getString("worker"),
                row.getString("outcome"),
                Instant.ofEpochMilli(row.getLong("started")),
                Optional.of(Instant.ofEpochMilli(row.getLong("ended"))),
                Json.problem(row.getString("problem")),
                Json.read(row.getString("record"), TaskRecord.class));
    }

    private static String text(TaskRecord record) {
        String text = Json.text(record);
        return text.length() <= LONGEST_RECORD ? text : Json.text(shortened(record));
    }

    /** A worker bounds what it sends; one that does not loses the steps, not the result. */
    private static TaskRecord shortened(TaskRecord record) {
        return new TaskRecord(
                record.typeFound(),
                record.sourceSize(),
                record.sourceChecksum(),
                record.partners(),
                Optional.empty(),
                List.<StepRecord>of(),
                record.durationMillis(),
                record.size());
    }
}
