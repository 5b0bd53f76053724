package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.TaskLeases;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.TaskState;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.graph.publish.Publishing;

/** Keeps the leases of workers alive. Thread-safe. */
final class HeartbeatDesk {

    private final Database database;
    private final Workforce workforce;
    private final ProgressBoard progress;
    private final HandOvers handOvers;
    private final Publishing publishing;
    private final Duration leaseTime;

    HeartbeatDesk(
            Database database,
            Workforce workforce,
            ProgressBoard progress,
            HandOvers handOvers,
            Publishing publishing,
            Duration leaseTime) {
        this.database = database;
        this.workforce = workforce;
        this.progress = progress;
        this.handOvers = handOvers;
        this.publishing = publishing;
        this.leaseTime = leaseTime;
    }

    /**
     * Extends the leases that the worker names and still has; a lease it does not name runs out.
     */
    HeartbeatReply heartbeat(Heartbeat heartbeat, HeartbeatReply instant) {
        boolean known = workforce.seen(heartbeat);
        progress.put(heartbeat.worker(), heartbeat.tasks());
        Map<String, TaskRow> held =
                database.read(handle -> TaskRows.held(handle, heartbeat.worker())).stream()
                        .collect(
                                Collectors.toMap(
                                        task -> task.id().toString(), Function.identity()));
        List<TaskKey> alive = new ArrayList<>();
        List<TaskKey> cancelled = new ArrayList<>(instant.cancelled());
        List<TaskKey> lost = new ArrayList<>(instant.lost());
        for (Progress task : heartbeat.tasks()) {
            if (!InstantQueue.owns(task.key())) {
                sort(task.key(), held.get(task.key().task()), alive, cancelled, lost);
            }
        }
        if (!alive.isEmpty()) {
            database.brieflyWrite(handle -> {
                TaskLeases.extend(handle, alive, leaseTime.toMillis());
                return true;
            });
        }
        Optional<WorkerRow> row = workforce.find(heartbeat.worker());
        return new HeartbeatReply(
                known,
                row.filter(WorkerRow::draining).isPresent(),
                row.filter(WorkerRow::suspended).isPresent(),
                cancelled,
                lost,
                handOvers.wanted(heartbeat, row, held),
                publishing.forWorkers().edition());
    }

    private static void sort(
            TaskKey key,
            TaskRow held,
            List<TaskKey> alive,
            List<TaskKey> cancelled,
            List<TaskKey> lost) {
        if (held == null || held.token() != key.token()) {
            lost.add(key);
        } else if (held.state() == TaskState.STOPPING) {
            cancelled.add(key);
        } else {
            alive.add(key);
        }
    }
}
