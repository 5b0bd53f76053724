package org.proteus.coordinator.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.proteus.coordinator.pool.contract.WorkerPoolContract;
import org.proteus.coordinator.pool.contract.WorkerSite;

/** The pool with real processes that stand in for workers. */
class LocalProcessPoolIT extends WorkerPoolContract {

    @Override
    protected WorkerSite site() throws Exception {
        return new ProcessSite();
    }

    @Test
    void aProcessThatIsNotNeededIsOrderedAndNotSignalled() throws Exception {
        try (ProcessSite site = new ProcessSite();
                WorkerPool pool = site.open(1)) {
            pool.resize(1);
            await().until(() -> site.alive().size() == 1);
            String worker = site.alive().iterator().next();
            site.busy(worker);

            pool.resize(0);

            await().until(() -> site.toldToDrain(worker));
            assertThat(site.signalled(worker)).isFalse();
            assertThat(site.alive()).containsExactly(worker);
            site.finish(worker);
            await().until(() -> site.alive().isEmpty());
        }
    }

    @Test
    void closingEndsABusyProcess() {
        closingEndsAWorkerThatNeverFinishes();
    }
}
