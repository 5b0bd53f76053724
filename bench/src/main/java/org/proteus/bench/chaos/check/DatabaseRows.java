package org.proteus.bench.chaos.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a job's rows past the coordinators, so that a view that hides something is found out. */
public final class DatabaseRows {

    private final String url;

    /**
     * @param url JDBC URL of the coordinators' database
     */
    public DatabaseRows(String url) {
        this.url = url;
    }

    /** Returns every task of a job. */
    public List<StoredTask> tasks(String job) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Map<Long, List<StoredTask.Attempt>> attempts = attempts(connection, job);
            List<StoredTask> tasks = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "select seq, state, stored_token, result_checksum from task"
                                    + " where job = ? order by seq")) {
                select.setString(1, job);
                ResultSet row = select.executeQuery();
                while (row.next()) {
                    long seq = row.getLong(1);
                    tasks.add(
                            new StoredTask(
                                    seq,
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getString(4),
                                    attempts.getOrDefault(seq, List.of())));
                }
            }
            return tasks;
        }
    }

    private static Map<Long, List<StoredTask.Attempt>> attempts(Connection connection, String job)
            throws SQLException {
        Map<Long, List<StoredTask.Attempt>> attempts = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select seq, token, outcome, record like '%\"plan\":%' from attempt"
                                + " where job = ? order by seq, token")) {
            select.setString(1, job);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                attempts.computeIfAbsent(row.getLong(1), seq -> new ArrayList<>())
                        .add(
                                new StoredTask.Attempt(
                                        row.getLong(2), row.getString(3), row.getBoolean(4)));
            }
        }
        return attempts;
    }

    /** Returns the workers that hold a committed result which is not published yet. */
    public List<String> publishers() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement select =
                        connection.prepareStatement(
                                "select worker, count(*) from task where state = 'STORED'"
                                        + " and worker is not null group by worker"
                                        + " order by 2 desc, 1")) {
            ResultSet row = select.executeQuery();
            List<String> workers = new ArrayList<>();
            while (row.next()) {
                workers.add(row.getString(1));
            }
            return workers;
        }
    }
}
