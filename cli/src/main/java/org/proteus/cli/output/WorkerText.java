package org.proteus.cli.output;

import org.proteus.foundation.model.job.WorkerView;

/** Workers in a line each. */
public final class WorkerText {

    private WorkerText() {}

    /** Returns id, pool, host, what it is at, and its slots. */
    public static String row(WorkerView worker) {
        return "%-28s %-10s %-16s %-10s %d of %d slots"
                .formatted(
                        Plain.of(worker.id()),
                        Plain.of(worker.pool()),
                        Plain.of(worker.host()),
                        state(worker),
                        Math.min(worker.tasks().size(), worker.slots()),
                        worker.slots());
    }

    private static String state(WorkerView worker) {
        if (worker.draining()) {
            return "draining";
        }
        if (worker.suspended()) {
            return "suspended";
        }
        return worker.tasks().isEmpty() ? "idle" : "at work";
    }
}
