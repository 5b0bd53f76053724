package org.proteus.coordinator.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * H2 in a file. Its commits reach the operating system with a delay and are never forced to the
 * disk, whatever WRITE_DELAY says; so each durable transaction waits for a CHECKPOINT SYNC that
 * began after its commit. Transactions that wait together share one.
 */
final class H2Engine implements Engine {

    private final JdbcDataSource dataSource = new JdbcDataSource();
    private final Connection syncing;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final ReentrantLock claims = new ReentrantLock(true);
    private final AtomicLong asked = new AtomicLong();
    private long synced;

    H2Engine(Path folder) {
        // async: a plain file is closed for everybody when one thread is interrupted in it.
        // The folder is locked already. Without MAX_COMPACT_TIME=0 closing takes longer than
        // opening; the file is compacted in the background anyway. The queue has some fifty
        // statements; of fewer (8 unless told) each would be parsed anew nearly every time.
        dataSource.setURL(
                "jdbc:h2:async:"
                        + folder.resolve("state")
                        + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000;MAX_COMPACT_TIME=0"
                        + ";QUERY_CACHE_SIZE=128");
        try {
            syncing = dataSource.getConnection();
        } catch (SQLException failure) {
            throw unusable(folder, failure);
        }
    }

    private static ProteusException unusable(Path folder, SQLException failure) {
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAVAILABLE,
                        "the state in " + folder + " cannot be opened: it is damaged or unreadable",
                        "bring back a copy of the folder, or move it away to start anew"),
                failure);
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public void lockSchema(Connection connection) {
        // Nobody else can reach it.
    }

    /**
     * One claim after the other: H2 would sort and lock every waiting row for each claim, while
     * without locking it reads the first few along the index.
     */
    @Override
    public <T> T claim(Function<String, T> work) {
        claims.lock();
        try {
            return work.apply("");
        } finally {
            claims.unlock();
        }
    }

    @Override
    public void makeDurable() {
        long mine = asked.incrementAndGet();
        lock.lock();
        try {
            if (synced < mine) {
                long all = asked.get();
                checkpoint();
                synced = all;
            }
        } finally {
            lock.unlock();
        }
    }

    private void checkpoint() {
        try (Statement statement = syncing.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException failure) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.DISK_FULL,
                            "the state cannot be written to the disk",
                            "look at the disk of the data folder: space, quota, errors"),
                    failure);
        }
    }

    @Override
    public void close() {
        try {
            syncing.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot close the database", failure);
        }
    }
}
