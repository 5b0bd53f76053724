package org.proteus.bench.capacity;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes a job of a few elements one of very many, by copies of its first element in the database: a
 * request of a million objects would take longer than what is measured.
 */
final class Backlog implements AutoCloseable {

    private static final int AT_ONCE = 20_000;

    private static final String ELEMENTS =
            """
            insert into element (job, seq, namespace, entry, entry_key, name, etag, size, type_hint,
              final_name, name_key, state, type_found, source_checksum, sink, result_size,
              result_checksum, passed_through, problem, partners)
            select job, s.i, namespace, cast(s.i as varchar), 'k' || cast(s.i as varchar),
              'e' || cast(s.i as varchar), etag, size, type_hint, 'e' || cast(s.i as varchar),
              'k' || cast(s.i as varchar), state, type_found, source_checksum, sink, result_size,
              result_checksum, passed_through, problem, partners
            from element, %s(%d, %d) as s(i) where job = ? and seq = 1
            """;

    private static final String TASKS =
            """
            insert into task (job, seq, n, namespace, part, joined_by, waits_for, state, lane, token,
              not_before, worker, leased_at, leased_until, type_known, needs, failures, losses,
              alone_losses, alone, failed, stored_token, temporary_name, result_size,
              result_checksum)
            select job, s.i, n, namespace, part, joined_by, waits_for, state, lane, token,
              not_before, worker, leased_at, leased_until, type_known, needs, failures, losses,
              alone_losses, alone, failed, stored_token, temporary_name, result_size,
              result_checksum
            from task, %s(%d, %d) as s(i) where job = ? and seq = 1
            """;

    private static final String CONTENT =
            """
            insert into content (id, part, namespace, bytes)
            select 'in/' || cast(? as varchar) || '/' || cast(s.i as varchar), part, namespace, bytes
            from content, %s(%d, %d) as s(i) where id = 'in/' || cast(? as varchar) || '/1'
            """;

    private final Connection connection;
    private final boolean postgres;

    private Backlog(Connection connection, boolean postgres) {
        this.connection = connection;
        this.postgres = postgres;
    }

    /** Opens the database of a folder, which must be open in this process. */
    static Backlog inFolder(Path folder) throws SQLException {
        return new Backlog(
                DriverManager.getConnection("jdbc:h2:async:" + folder.resolve("state")), false);
    }

    /** Opens a PostgreSQL database. */
    static Backlog atUrl(String url) throws SQLException {
        return new Backlog(DriverManager.getConnection(url), true);
    }

    /** Lets a job have so many elements, of which the first are there. */
    void grow(String job, int present, int wanted) throws SQLException {
        for (int first = present + 1; first <= wanted; first += AT_ONCE) {
            int last = Math.min(wanted, first + AT_ONCE - 1);
            copy(ELEMENTS, first, last, job);
            copy(TASKS, first, last, job);
            copy(CONTENT, first, last, job, job);
        }
        if (postgres) {
            // What the database does by itself within a minute.
            execute("vacuum analyze");
            execute("checkpoint");
        }
    }

    private void copy(String insert, int first, int last, String... values) throws SQLException {
        String series = postgres ? "generate_series" : "system_range";
        try (PreparedStatement statement =
                connection.prepareStatement(insert.formatted(series, first, last))) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Counts the tasks of a job that are done. */
    long done(String job) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select count(*) from task where job = ? and state = 'DONE'")) {
            statement.setString(1, job);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
