package org.proteus.coordinator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Statements on temporary objects that may have been left in sinks. */
public final class LeftoverRows {

    private LeftoverRows() {}

    /**
     * Lets somebody look for what a lost lease may leave.
     *
     * @param afterMillis time until the first look
     */
    public static void expect(Handle handle, TaskId task, long token, long afterMillis) {
        handle.createUpdate(
                        """
                        insert into leftover (job, seq, n, token, namespace, looked, due)
                        values (:job, :seq, :n, :token, :namespace, 0, :after + %s)
                        """
                                .formatted(Database.NOW))
                .bind("job", task.job())
                .bind("seq", task.seq())
                .bind("n", task.n())
                .bind("token", token)
                .bind("namespace", JobRows.NAMESPACE)
                .bind("after", afterMillis)
                .execute();
    }

    /** Returns what is to be looked for now; never what was committed and is not published yet. */
    public static List<LeftoverRow> due(Handle handle, int most) {
        return handle.createQuery(
                        """
                        select leftover.* from leftover left join task
                          on task.job = leftover.job and task.seq = leftover.seq
                          and task.n = leftover.n and task.state = 'STORED'
                          and task.stored_token = leftover.token
                        where due <= %s and task.job is null
                        order by due limit :most
                        """
                                .formatted(Database.NOW))
                .bind("most", most)
                .map((row, context) -> row(row))
                .list();
    }

    /** Lets somebody look again after a while. */
    public static void again(Handle handle, List<LeftoverRow> rows, long afterMillis) {
        each(
                handle,
                """
                update leftover set looked = looked + 1, due = %s + %s
                where job = ? and seq = ? and n = ? and token = ?
                """
                        .formatted(afterMillis, Database.NOW),
                rows);
    }

    /** Looks for these no more. */
    public static void forget(Handle handle, List<LeftoverRow> rows) {
        each(
                handle,
                "delete from leftover where job = ? and seq = ? and n = ? and token = ?",
                rows);
    }

    private static void each(Handle handle, String statement, List<LeftoverRow> rows) {
        PreparedBatch batch = handle.prepareBatch(statement);
        for (LeftoverRow row : rows) {
            batch.add(row.task().job(), row.task().seq(), row.task().n(), row.token());
        }
        batch.execute();
    }

    private static LeftoverRow row(ResultSet row) throws SQLException {
        return new LeftoverRow(
                new TaskId(row.getString("job"), row.getLong("seq"), row.getInt("n")),
                row.getLong("token"),
                row.getInt("looked"));
    }
}
