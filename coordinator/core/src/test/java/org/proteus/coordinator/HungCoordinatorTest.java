package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.store.Database;

/** A coordinator that stands still in the midst of a transaction does not hold up the others. */
final class HungCoordinatorTest {

    @Test
    void itsLocksAreTakenFromIt() throws Exception {
        String url = PostgresServer.freshDatabase();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Database hung = Database.atUrl(url);
                Database other = Database.atUrl(url)) {
            hung.change(handle -> handle.execute("create table t (id int primary key, v int)"));
            hung.change(handle -> handle.execute("insert into t values (1, 1)"));
            CompletableFuture<Void> hanging =
                    CompletableFuture.runAsync(() ->
                            hung.change(handle -> {
                                handle.execute("update t set v = 2 where id = 1");
                                locked.countDown();
                                await(end);
                            }));
            locked.await();

            other.change(handle -> handle.execute("update t set v = v + 10 where id = 1"));

            int value =
                    other.read(h -> h.createQuery("select v from t").mapTo(Integer.class).one());
            assertThat(value).isEqualTo(11);
            end.countDown();
            assertThat(hanging).failsWithin(java.time.Duration.ofMinutes(1));
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
