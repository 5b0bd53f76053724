package org.proteus.bench.queues;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Waits until a database says what it should. */
final class Settled {

    private static final long LOOK_MILLIS = 2;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);

    private Settled() {}

    /** Returns once a query finds a number. */
    static void await(DataSource database, String query, long number)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + LONGEST_NANOS;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            while (true) {
                long found = number(statement);
                if (found == number) {
                    return;
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            query + ": expected " + number + ", found " + found);
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
