package org.proteus.coordinator.jobs;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.model.job.WorkerView;

/** Workers as operators see them. */
final class WorkerViews {

    private WorkerViews() {}

    static List<WorkerView> of(Handle handle, List<WorkerRow> workers) {
        return workers.stream().map(worker -> of(handle, worker)).toList();
    }

    private static WorkerView of(Handle handle, WorkerRow worker) {
        return new WorkerView(
                worker.id(),
                worker.registration().pool(),
                worker.registration().host(),
                worker.registration().slots(),
                worker.draining(),
                worker.suspended(),
                Instant.ofEpochMilli(worker.lastSeen()),
                TaskRows.held(handle, worker.id()).stream()
                        .map(task -> task.id().toString())
                        .toList());
    }
}
