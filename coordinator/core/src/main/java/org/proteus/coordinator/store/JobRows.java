package org.proteus.coordinator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.proteus.data.NameRules;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;

/** Statements on jobs. */
public final class JobRows {

    /** The namespace of everything until tenants exist. */
    public static final String NAMESPACE = "default";

    private JobRows() {}

    /** Stores a new job; its creation time is the database's. */
    public static void insert(Handle handle, JobRow job) {
        handle.createUpdate(
                        """
                        insert into job (id, namespace, state, fingerprint, request, target,
                          source_secret, sink_secret, roots, name_rules, created, listed,
                          relisting, next_seq, lister_until)
                        values (:id, :namespace, :state, :fingerprint, :request, :target,
                          :sourceSecret, :sinkSecret, :roots, :rules, %s,
                          :listed, false, :nextSeq, 0)
                        """
                                .formatted(Database.NOW))
                .bind("id", job.id())
                .bind("namespace", NAMESPACE)
                .bind("state", job.state().name())
                .bind("fingerprint", job.fingerprint())
                .bind("request", Json.text(job.request()))
                .bind("target", job.target().toString())
                .bind("sourceSecret", job.sourceSecret().orElse(null))
                .bind("sinkSecret", job.sinkSecret().orElse(null))
                .bind("roots", String.join(" ", job.roots()))
                .bind("rules", Json.text(job.rules()))
                .bind("listed", job.listed())
                .bind("nextSeq", job.nextSeq())
                .execute();
    }

    /** Returns a job. */
    public static Optional<JobRow> find(Handle handle, String id) {
        return handle.createQuery("select * from job where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Returns a job and keeps others from changing it until the transaction ends. */
    public static Optional<JobRow> lock(Handle handle, String id) {
        return handle.createQuery("select * from job where id = :id for update")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Returns the newest job of the same request. */
    public static Optional<JobRow> findSame(Handle handle, String fingerprint) {
        return handle.createQuery(
                        """
                        select * from job where namespace = :namespace and fingerprint = :print
                        order by created desc, id desc limit 1
                        """)
                .bind("namespace", NAMESPACE)
                .bind("print", fingerprint)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Returns jobs, newest first, that were created before a point. */
    public static List<JobRow> newest(Handle handle, long created, String id, int limit) {
        return handle.createQuery(
                        """
                        select * from job where namespace = :namespace
                          and (created < :created or created = :created and id < :id)
                        order by created desc, id desc limit :limit
                        """)
                .bind("namespace", NAMESPACE)
                .bind("created", created)
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    /** Returns jobs that have not ended, oldest first. */
    public static List<JobRow> active(Handle handle) {
        return handle.createQuery(
                        """
                        select * from job where state in ('RUNNING', 'PAUSED', 'CANCELLING')
                        order by created, id
                        """)
                .map((row, context) -> row(row))
                .list();
    }

    /** Counts jobs that have not ended. */
    public static long countActive(Handle handle) {
        return handle.createQuery(
                        """
                        select count(*) from job where state in ('RUNNING', 'PAUSED', 'CANCELLING')
                        """)
                .mapTo(Long.class)
                .one();
    }

    /** Sets a job's state. */
    public static void state(Handle handle, String id, JobState state) {
        handle.createUpdate("update job set state = :state where id = :id")
                .bind("id", id)
                .bind("state", state.name())
                .execute();
    }

    /** Keeps why a job as a whole does not come to its good end. */
    public static void problem(Handle handle, String id, Problem problem) {
        handle.createUpdate("update job set problem = :problem where id = :id")
                .bind("id", id)
                .bind("problem", Json.text(problem))
                .execute();
    }

    /** Returns what was kept of why a job does not come to its good end. */
    public static Optional<Problem> problem(Handle handle, String id) {
        return handle.createQuery("select problem from job where id = :id and problem is not null")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .flatMap(Json::problem);
    }

    /**
     * Ends a job when nothing of it is left to do.
     *
     * @return whether it ended just now
     */
    public static boolean endWhenDone(Handle handle, String id) {
        return handle.createUpdate(
                                """
                                update job set ended = %s, lister = null,
                                  state = case when problem is null or state = 'CANCELLING'
                                    then 'ENDED' else 'FAILED' end
                                where id = :id and listed
                                  and state in ('RUNNING', 'PAUSED', 'CANCELLING')
                                  and not exists (select 1 from element
                                    where element.job = job.id and element.state = 'LISTED')
                                  and not exists (select 1 from element
                                    where element.job = job.id and element.state = 'WAITING')
                                """
                                        .formatted(Database.NOW))
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Lets a job run once more, with what may change of its request, and these credentials. */
    public static void reopen(
            Handle handle,
            String job,
            JobRequest request,
            boolean listed,
            boolean relisting,
            Optional<String> cursor,
            Optional<String> sourceSecret,
            Optional<String> sinkSecret) {
        handle.createUpdate(
                        """
                        update job set state = 'RUNNING', ended = null, problem = null,
                          request = :request,
                          listed = :listed, relisting = :relisting, listing_cursor = :cursor,
                          source_secret = :source, sink_secret = :sink, lister = null,
                          lister_until = 0
                        where id = :id
                        """)
                .bind("id", job)
                .bind("request", Json.text(request))
                .bind("listed", listed)
                .bind("relisting", relisting)
                .bind("cursor", cursor.orElse(null))
                .bind("source", sourceSecret.orElse(null))
                .bind("sink", sinkSecret.orElse(null))
                .execute();
    }

    private static JobRow row(ResultSet row) throws SQLException {
        long ended = row.getLong("ended");
        boolean hasEnded = !row.wasNull();
        String roots = row.getString("roots");
        Optional<Problem> problem = Json.problem(row.getString("problem"));
        return new JobRow(
                row.getString("id"),
                JobState.valueOf(row.getString("state")),
                row.getString("fingerprint"),
                Json.read(row.getString("request"), JobRequest.class),
                ContentType.parse(row.getString("target")),
                Optional.ofNullable(row.getString("source_secret")),
                Optional.ofNullable(row.getString("sink_secret")),
                roots.isEmpty() ? List.of() : List.of(roots.split(" ")),
                Json.read(row.getString("name_rules"), NameRules.class),
                row.getLong("created"),
                hasEnded ? Optional.of(ended) : Optional.empty(),
                row.getBoolean("listed"),
                row.getBoolean("relisting"),
                Optional.ofNullable(row.getString("listing_cursor")),
                row.getLong("next_seq"),
                problem);
    }
}
