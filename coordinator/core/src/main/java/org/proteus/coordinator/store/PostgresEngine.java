package org.proteus.coordinator.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, which forces its log to the disk before a commit returns. */
final class PostgresEngine implements Engine {

    /** Any number that no other program on the database uses for its own lock. */
    private static final long SCHEMA_LOCK = 7_283_911_046L;

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    PostgresEngine(String url) {
        dataSource.setUrl(url);
        dataSource.setApplicationName("proteus");
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public <T> T claim(Function<String, T> work) {
        return work.apply("for update skip locked");
    }

    @Override
    public void makeDurable() {
        // A commit is durable when it returns.
    }

    @Override
    public void lockSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
        }
    }

    @Override
    public void close() {
        // The pool holds the connections.
    }
}
