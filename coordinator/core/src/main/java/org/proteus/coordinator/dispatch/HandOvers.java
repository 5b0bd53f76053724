package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.Lane;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.TaskState;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.TaskKey;

/**
 * Finds the tasks that a worker has fetched ahead while another one, which could run them, has
 * nothing to do: at the end of a job of long tasks, when none waits here any more. Thread-safe.
 */
final class HandOvers {

    private final Database database;
    private final JobBoard board;
    private final Workforce workforce;
    private final long heartbeatNanos;
    private final Map<String, Long> promised = new HashMap<>();

    /**
     * @param heartbeat how often workers are heard of; so long an idle worker has been promised a
     *     task that another was asked for
     */
    HandOvers(Database database, JobBoard board, Workforce workforce, Duration heartbeat) {
        this.database = database;
        this.board = board;
        this.workforce = workforce;
        this.heartbeatNanos = heartbeat.toNanos();
    }

    /**
     * Returns the leases of a worker that others wait for, at most as many as it holds beyond its
     * slots; whether they would have to wait there, only that worker knows.
     *
     * @param held the tasks it holds, by their ids
     */
    List<TaskKey> wanted(Heartbeat holder, Optional<WorkerRow> row, Map<String, TaskRow> held) {
        int slots = row.map(worker -> worker.registration().slots()).orElse(Integer.MAX_VALUE);
        int ahead = holder.tasks().size() - slots;
        if (ahead <= 0) {
            return List.of();
        }
        List<WorkerRow> idle =
                workforce.live().stream()
                        .filter(worker -> worker.takesWork() && worker.idleSlots() > 0)
                        .filter(worker -> !worker.id().equals(holder.worker()))
                        .toList();
        return idle.isEmpty() ? List.of() : matched(idle, waiting(holder, held, ahead));
    }

    /** Returns those that came last and have not begun, as far as the worker told. */
    private static List<TaskRow> waiting(Heartbeat holder, Map<String, TaskRow> held, int atMost) {
        return holder.tasks().stream()
                .filter(HandOvers::mayWait)
                .flatMap(task ->
                        Stream.ofNullable(held.get(task.key().task()))
                                .filter(row -> row.token() == task.key().token()))
                .filter(row -> row.state() == TaskState.LEASED && !row.alone())
                .sorted(
                        Comparator.comparingLong(TaskRow::leasedAt)
                                .thenComparing(TaskRow::id)
                                .reversed())
                .limit(atMost)
                .toList();
    }

    private static boolean mayWait(Progress task) {
        return task.stage().equals("fetch") || task.stage().equals("plan");
    }

    private synchronized List<TaskKey> matched(List<WorkerRow> idle, List<TaskRow> waiting) {
        promised.values().removeIf(since -> System.nanoTime() - since > heartbeatNanos);
        List<TaskRow> left = new ArrayList<>(waiting);
        List<TaskKey> matched = new ArrayList<>();
        for (WorkerRow worker : idle) {
            if (!left.isEmpty() && !promised.containsKey(worker.id())) {
                List<TaskKey> suited = take(left, worker, idleSlots(worker));
                if (!suited.isEmpty()) {
                    promised.put(worker.id(), System.nanoTime());
                    matched.addAll(suited);
                }
            }
        }
        return matched;
    }

    /** It may have got tasks since it was heard of. */
    private int idleSlots(WorkerRow worker) {
        int held = database.read(handle -> TaskRows.held(handle, worker.id())).size();
        return Math.min(worker.idleSlots(), worker.registration().slots() - held);
    }

    private List<TaskKey> take(List<TaskRow> waiting, WorkerRow worker, int atMost) {
        List<TaskKey> taken = new ArrayList<>();
        Iterator<TaskRow> tasks = waiting.iterator();
        while (tasks.hasNext() && taken.size() < atMost) {
            TaskRow task = tasks.next();
            if (suits(task, worker)) {
                tasks.remove();
                taken.add(new TaskKey(task.id().toString(), task.token()));
            }
        }
        return taken;
    }

    private boolean suits(TaskRow task, WorkerRow worker) {
        return Lane.suits(task.needs(), Workforce.programs(worker.registration()))
                && board.active().stream()
                        .filter(job -> job.state() == JobState.RUNNING)
                        .filter(job -> job.id().equals(task.id().job()))
                        .map(JobRow::roots)
                        .anyMatch(roots -> Workforce.mounts(worker.registration(), roots));
    }
}
