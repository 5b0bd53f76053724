package org.proteus.coordinator.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL, which forces its log to the disk before a commit returns. */
final class PostgresEngine implements Engine {

    /** Any number that no other program on the database uses for its own lock. */
    private static final long SCHEMA_LOCK = 7_283_911_046L;

    /**
     * A coordinator that hangs, or whose machine is gone, must not keep others from the rows that
     * it had locked: the server ends its session. Nobody waits longer than that for a lock either.
     */
    private static final String BOUNDS =
            "-c idle_in_transaction_session_timeout=5s -c lock_timeout=10s";

    /** After this a server that says nothing is gone; no statement takes that long. */
    private static final int SILENCE_SECONDS = 120;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresEngine.class);

    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private static final Duration RECHECK = Duration.ofMillis(250);

    /** SQL states of a server that is not there, shuts down or starts. */
    private static final List<String> NO_CONNECTION = List.of("08", "57P");

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    PostgresEngine(String url) {
        dataSource.setUrl(url);
        dataSource.setApplicationName("proteus");
        // Many rows of one insert go as one statement.
        dataSource.setReWriteBatchedInserts(true);
        String options = dataSource.getOptions();
        dataSource.setOptions(options == null ? BOUNDS : BOUNDS + " " + options);
        if (dataSource.getSocketTimeout() == 0) {
            dataSource.setSocketTimeout(SILENCE_SECONDS);
        }
    }

    /**
     * Waits for a server that does not answer yet: after a power cut it recovers for longer than a
     * coordinator starts. Returns after a minute at the latest; whoever connects then is told why
     * it cannot.
     */
    void awaitServer() {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        for (boolean told = false; isStarting() && System.nanoTime() < end; told = true) {
            if (!told) {
                LOG.warn("the database does not answer yet");
            }
            try {
                Thread.sleep(RECHECK);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isStarting() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isClosed();
        } catch (SQLException failure) {
            String state = String.valueOf(failure.getSQLState());
            return NO_CONNECTION.stream().anyMatch(state::startsWith);
        }
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

    /** Another coordinator's changes, and one's own, may take long on large tables. */
    @Override
    public void lockSchema(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = 0");
            statement.execute("select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
        }
    }

    @Override
    public void close() {
        // The pool holds the connections.
    }
}
