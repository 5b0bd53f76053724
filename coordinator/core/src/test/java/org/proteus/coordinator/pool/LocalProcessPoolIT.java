package org.proteus.coordinator.pool;

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
    void closingEndsABusyProcess() {
        closingEndsAWorkerThatNeverFinishes();
    }
}
