package org.proteus.coordinator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.WebhookState;

/** Statements on webhooks of jobs. */
public final class WebhookRows {

    private static final String SELECT =
            """
            select webhook.*, coalesce(%s - job.ended, 0) as age
            from webhook join job on job.id = webhook.job
            """
                    .formatted(Database.NOW);

    private WebhookRows() {}

    /** Gives a job that has none a webhook. */
    public static void put(Handle handle, String job, String url, String secret) {
        handle.createUpdate(
                        """
                        insert into webhook (job, namespace, url, secret, state, attempts, due)
                        values (:job, :namespace, :url, :secret, 'WAITING', 0, 0)
                        """)
                .bind("job", job)
                .bind("namespace", JobRows.NAMESPACE)
                .bind("url", url)
                .bind("secret", secret)
                .execute();
    }

    /** Takes a job's webhook away. */
    public static void remove(Handle handle, String job) {
        handle.createUpdate("delete from webhook where job = :job").bind("job", job).execute();
    }

    /** Lets a job that runs once more tell its next end. */
    public static void rearm(Handle handle, String job) {
        handle.createUpdate(
                        """
                        update webhook set state = 'WAITING', attempts = 0, problem = null
                        where job = :job
                        """)
                .bind("job", job)
                .execute();
    }

    /** Makes the message of a job that has just ended due at once. */
    public static void due(Handle handle, String job) {
        handle.createUpdate(
                        "update webhook set state = 'DUE', due = %s where job = :job"
                                .formatted(Database.NOW))
                .bind("job", job)
                .execute();
    }

    /** Returns the webhook of a job. */
    public static Optional<WebhookRow> find(Handle handle, String job) {
        return handle.createQuery(SELECT + " where webhook.job = :job")
                .bind("job", job)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Returns messages that are due, the longest first. */
    public static List<WebhookRow> allDue(Handle handle, int limit) {
        return handle.createQuery(
                        SELECT
                                + " where webhook.state = 'DUE' and webhook.due <= %s order by due limit :limit"
                                        .formatted(Database.NOW))
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    /**
     * Takes a message for one attempt; nobody else tries within this time.
     *
     * @return false when another coordinator took it, or it is no longer due
     */
    public static boolean claim(Handle handle, WebhookRow row, long millis) {
        return handle.createUpdate(
                                """
                                update webhook set attempts = attempts + 1, due = :millis + %s
                                where job = :job and state = 'DUE' and attempts = :attempts
                                """
                                        .formatted(Database.NOW))
                        .bind("millis", millis)
                        .bind("job", row.job())
                        .bind("attempts", row.attempts())
                        .execute()
                > 0;
    }

    /**
     * Keeps how a claimed attempt ended, unless the job runs once more.
     *
     * @param pause time until the next attempt, in milliseconds
     */
    public static void attempted(
            Handle handle,
            WebhookRow claimed,
            WebhookState state,
            long pause,
            Optional<Problem> problem) {
        handle.createUpdate(
                        """
                        update webhook set state = :state, due = :pause + %s, problem = :problem
                        where job = :job and state = 'DUE' and attempts = :attempts
                        """
                                .formatted(Database.NOW))
                .bind("state", state.name())
                .bind("pause", pause)
                .bind("problem", problem.map(Json::text).orElse(null))
                .bind("job", claimed.job())
                .bind("attempts", claimed.attempts() + 1)
                .execute();
    }

    private static WebhookRow row(ResultSet row) throws SQLException {
        return new WebhookRow(
                row.getString("job"),
                row.getString("url"),
                row.getString("secret"),
                WebhookState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getLong("due"),
                row.getLong("age"),
                Json.problem(row.getString("problem")));
    }
}
