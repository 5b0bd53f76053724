package org.proteus.coordinator.pool.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.coordinator.pool.WorkerPool;

/**
 * What every pool of workers that grows must do. A subclass brings the place where its workers
 * live; that place says what is really there, whatever the pool believes. The tests mostly wait,
 * each at a place of its own, so they do it at the same time.
 */
@Execution(ExecutionMode.CONCURRENT)
public abstract class WorkerPoolContract {

    /** Long enough for a slow machine; nothing here measures time. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private static final int CAPACITY = 3;

    private WorkerSite site;
    private WorkerPool pool;

    /** Returns a place without workers, for one test. */
    protected abstract WorkerSite site() throws Exception;

    @BeforeEach
    void open() throws Exception {
        site = site();
        pool = site.open(CAPACITY);
    }

    @AfterEach
    void leavesNothingBehind() throws Exception {
        site.accept();
        pool.close();
        eventually(0);
        site.close();
    }

    @Test
    void hasNobodyAtFirst() {
        assertThat(pool.size()).isZero();
        assertThat(pool.capacity()).isEqualTo(CAPACITY);
        assertThat(pool.note()).isEmpty();
    }

    @Test
    void growsToItsCapacityAndNoFurther() {
        grow(2);
        pool.resize(9);
        eventually(CAPACITY);
        assertThat(pool.size()).isEqualTo(CAPACITY);
    }

    @Test
    void shrinkingEndsIdleWorkersFirst() {
        Set<String> all = grow(3);
        String idle = all.iterator().next();
        Set<String> busy = new HashSet<>(all);
        busy.remove(idle);
        busy.forEach(site::busy);

        pool.resize(2);
        await().atMost(LONG).until(() -> site.alive().equals(busy));
        assertThat(pool.size()).isEqualTo(2);
        busy.forEach(site::finish);
    }

    @Test
    void shrinkingLetsBusyWorkersFinish() {
        Set<String> all = grow(2);
        String busy = all.iterator().next();
        site.busy(busy);

        pool.resize(0);
        await().atMost(LONG).until(() -> site.alive().equals(Set.of(busy)));
        await().atMost(LONG).until(() -> site.toldToDrain(busy));
        assertThat(pool.size()).isZero();
        assertThat(site.alive()).containsExactly(busy);

        site.finish(busy);
        eventually(0);
    }

    @Test
    void growsAgainWhileOneDrains() {
        String busy = grow(1).iterator().next();
        site.busy(busy);
        pool.resize(0);
        await().atMost(LONG).until(() -> site.toldToDrain(busy));

        pool.resize(1);
        eventually(2);
        site.finish(busy);
        eventually(1);
        assertThat(site.alive()).doesNotContain(busy);
        assertThat(pool.size()).isEqualTo(1);
    }

    @Test
    void replacesAWorkerThatDied() {
        String victim = grow(2).iterator().next();
        site.kill(victim);
        await().atMost(LONG).until(() -> !site.alive().contains(victim));
        eventually(2);
        await().atMost(LONG).until(() -> pool.size() == 2);
    }

    @Test
    void triesStartsAgainThatFailed() {
        site.refuse(false);
        pool.resize(2);
        await().atMost(LONG).until(() -> site.refused() > 1);
        await().atMost(LONG).until(() -> !pool.note().isEmpty());
        assertThat(site.alive()).isEmpty();

        site.accept();
        eventually(2);
        await().atMost(LONG).until(() -> pool.note().isEmpty());
    }

    @Test
    void holdsAtAQuotaAndSaysSo() {
        assumeThat(site.hasQuota()).as("this pool knows no quota").isTrue();
        grow(1);
        site.refuse(true);
        pool.resize(3);
        await().atMost(LONG).until(() -> pool.note().contains("quota"));
        assertThat(site.alive()).hasSize(1);

        site.accept();
        eventually(3);
        await().atMost(LONG).until(() -> pool.note().isEmpty());
    }

    @Test
    void takesOverTheWorkersOfAKilledCoordinator() {
        assumeThat(site.outlivesTheCoordinator()).as("these workers end with it").isTrue();
        Set<String> before = grow(2);
        pool = site.reopen(pool, CAPACITY);
        pool.resize(2);
        await().atMost(LONG).until(() -> pool.size() == 2);
        assertThat(site.alive()).isEqualTo(before);

        pool.resize(0);
        eventually(0);
    }

    /**
     * Closes the pool while its worker is busy and stays so. It takes as long as a pool waits for
     * its workers, so only one subclass for each pool makes a test of it.
     */
    protected final void closingEndsAWorkerThatNeverFinishes() {
        grow(1).forEach(site::busy);
        pool.close();
        assertThat(site.alive()).isEmpty();
    }

    private Set<String> grow(int count) {
        pool.resize(count);
        eventually(count);
        assertThat(pool.size()).isEqualTo(count);
        return site.alive();
    }

    private void eventually(int workers) {
        await().atMost(LONG).until(() -> site.alive().size() == workers);
    }
}
