package org.proteus.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The baseline: a durable queue as one writes it in an hour, one synced transaction a change. */
final class NaiveQueue {

    private NaiveQueue() {}

    /** Returns elements per second. */
    static double run(Path file, int elements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file)) {
            connection.setAutoCommit(false);
            execute(connection, "create table element(id int primary key, state varchar(9))");
            long began = System.nanoTime();
            try (PreparedStatement insert =
                            connection.prepareStatement("insert into element values (?, 'NEW')");
                    PreparedStatement change =
                            connection.prepareStatement(
                                    "update element set state = ? where id = ?")) {
                for (int id = 0; id < elements; id++) {
                    insert.setInt(1, id);
                    insert.executeUpdate();
                    commit(connection);
                    set(connection, change, id, "LEASED");
                    set(connection, change, id, "DONE");
                }
            }
            return elements / ((System.nanoTime() - began) / 1e9);
        }
    }

    private static void set(Connection connection, PreparedStatement change, int id, String state)
            throws SQLException {
        change.setString(1, state);
        change.setInt(2, id);
        change.executeUpdate();
        commit(connection);
    }

    /** H2 syncs at a checkpoint only, so a durable commit asks for one. */
    private static void commit(Connection connection) throws SQLException {
        connection.commit();
        execute(connection, "checkpoint sync");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
