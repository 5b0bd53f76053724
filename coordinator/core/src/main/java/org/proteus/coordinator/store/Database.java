package org.proteus.coordinator.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * The database of a coordinator. Thread-safe. A failing database shows as {@link ProteusException}
 * with {@code UNAVAILABLE}.
 */
public final class Database implements AutoCloseable {

    /** The database's own clock in milliseconds; the same text on both databases. */
    static final String NOW = "cast(extract(epoch from current_timestamp) * 1000 as bigint)";

    /** State of an error that says: a row with this key is there. */
    private static final String UNIQUE = "23505";

    /** A request holds a connection for milliseconds only, and never two. */
    private static final int CONNECTIONS = 8;

    private final Engine engine;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(Engine engine, HikariDataSource pool) {
        this.engine = engine;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /** Opens the database in a data folder, whose lock the caller holds. */
    public static Database inFolder(Path folder) {
        return open(new H2Engine(folder));
    }

    /** Opens a PostgreSQL database by its JDBC URL; waits a while for a server that starts. */
    public static Database atUrl(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the database URL does not begin with jdbc:postgresql:",
                    "name a PostgreSQL database, or a data folder instead");
        }
        PostgresEngine engine = new PostgresEngine(url);
        engine.awaitServer();
        return open(engine);
    }

    private static Database open(Engine engine) {
        try {
            Schema.bringUpToDate(engine);
            return new Database(engine, pool(engine));
        } catch (RuntimeException failure) {
            engine.close();
            throw failure;
        }
    }

    private static HikariDataSource pool(Engine engine) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(engine.dataSource());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("state");
        return new HikariDataSource(config);
    }

    /** Whether only this process can reach the database. */
    public boolean exclusive() {
        return engine.exclusive();
    }

    /** Reads. */
    public <T> T read(Function<Handle, T> work) {
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException failure) {
            throw unavailable(failure);
        }
    }

    /** Writes in one transaction; when this returns the change survives a loss of power. */
    public <T> T write(Function<Handle, T> work) {
        T result = brieflyWrite(work);
        engine.makeDurable();
        return result;
    }

    /** Like {@link #write}; work that returns an empty list changed nothing. */
    public <T> List<T> writeUnlessEmpty(Function<Handle, List<T>> work) {
        List<T> result = brieflyWrite(work);
        if (!result.isEmpty()) {
            engine.makeDurable();
        }
        return result;
    }

    /**
     * Like {@link #write}, for work that stores what may be there only once.
     *
     * @return empty when it was there already, or came at the same time from elsewhere; then
     *     nothing was written
     */
    public <T> Optional<T> writeUnlessTaken(Function<Handle, T> work) {
        Optional<T> result;
        try {
            result = Optional.of(jdbi.inTransaction(work::apply));
        } catch (JdbiException failure) {
            if (!isTaken(failure)) {
                throw unavailable(failure);
            }
            return Optional.empty();
        }
        engine.makeDurable();
        return result;
    }

    private static boolean isTaken(Throwable failure) {
        return (failure instanceof SQLException sql && UNIQUE.equals(sql.getSQLState()))
                || (failure.getCause() != null && isTaken(failure.getCause()));
    }

    /** Claims tasks in one transaction; no two claims get the same task. */
    public <T> List<T> claim(Function<TaskClaims, List<T>> work) {
        List<T> result =
                engine.claim(locking ->
                        brieflyWrite(handle -> work.apply(new TaskClaims(handle, locking))));
        if (!result.isEmpty()) {
            engine.makeDurable();
        }
        return result;
    }

    /** Like {@link #write} for work without a result. */
    public void change(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** Writes in one transaction what may be lost with the power: signs of life. */
    public <T> T brieflyWrite(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException failure) {
            throw unavailable(failure);
        }
    }

    /** Returns the time by the database's clock, in milliseconds since 1970. */
    public static long now(Handle handle) {
        return handle.createQuery("select " + NOW).mapTo(Long.class).one();
    }

    static ProteusException unavailable(Exception failure) {
        String detail = failure instanceof SQLException ? failure.getMessage() : rootText(failure);
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAVAILABLE,
                        "the coordinator's database failed: " + detail,
                        "look at the database and its disk; the coordinator goes on by itself"),
                failure);
    }

    private static String rootText(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said =
                root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        // The first line only: the driver goes on with the statement.
        return said.lines().findFirst().orElse("no reason given");
    }

    /** Closes every connection. */
    @Override
    public void close() {
        pool.close();
        engine.close();
    }
}
