package org.proteus.bench.chaos.celery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Celery's result backend, read past Celery. Thread-safe.
 *
 * @param url JDBC URL of its database
 */
record Backend(String url) {

    /** Returns what it says of each task that it knows. */
    Map<String, String> statuses() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery("select task_id, status from celery_taskmeta")) {
            Map<String, String> statuses = new HashMap<>();
            while (row.next()) {
                statuses.put(row.getString(1), row.getString(2));
            }
            return statuses;
        }
    }
}
