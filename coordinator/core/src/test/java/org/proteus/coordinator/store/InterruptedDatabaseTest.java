package org.proteus.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ProteusException;

/** A thread that is stopped while it writes does not take the database away from the others. */
final class InterruptedDatabaseTest {

    private static final int WRITES = 200;

    @TempDir private Path folder;

    @Test
    void othersGoOnWhenAThreadIsInterrupted() throws InterruptedException {
        AtomicInteger kept = new AtomicInteger();
        try (Database database = Database.inFolder(folder)) {
            database.change(handle -> handle.execute("create table t (id int primary key)"));
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < WRITES; i++) {
                int id = i;
                threads.add(Thread.ofVirtual().start(() -> insertInterrupted(database, id, kept)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            database.change(handle -> handle.execute("insert into t values (?)", WRITES));
        }
        try (Database again = Database.inFolder(folder)) {
            assertThat(again.<Integer>read(InterruptedDatabaseTest::count))
                    .isGreaterThanOrEqualTo(kept.get() + 1);
        }
    }

    private static void insertInterrupted(Database database, int id, AtomicInteger kept) {
        Thread.currentThread().interrupt();
        try {
            database.change(handle -> handle.execute("insert into t values (?)", id));
            kept.incrementAndGet();
        } catch (ProteusException refused) {
            assertThat(refused).hasMessageContaining("database");
        }
    }

    private static int count(Handle handle) {
        return handle.createQuery("select count(*) from t").mapTo(Integer.class).one();
    }
}
