package org.proteus.worker;

import org.proteus.programs.StepRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the worker stands still because the coordinator says so. Thread-safe. */
final class Suspension {

    private static final Logger LOG = LoggerFactory.getLogger(Suspension.class);

    private final StepRunner runner;
    private boolean suspended;

    Suspension(StepRunner runner) {
        this.runner = runner;
    }

    /** Begins or ends it; as it is already, nothing happens. */
    synchronized void set(boolean wanted) {
        if (wanted == suspended) {
            return;
        }
        suspended = wanted;
        if (wanted) {
            runner.suspend();
        } else {
            runner.resume();
        }
        LOG.info("the worker {}", wanted ? "is suspended" : "goes on");
        notifyAll();
    }

    /** Waits until the worker may take tasks. */
    synchronized void awaitEnd() throws InterruptedException {
        while (suspended) {
            wait();
        }
    }
}
