package org.proteus.coordinator.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.learning.Experience;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.TaskId;
import org.proteus.coordinator.store.TaskLeases;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.TaskState;
import org.proteus.coordinator.store.WorkerRows;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.TaskRecord;

/** Takes back leases: given back by workers, left by workers that end, run out. Thread-safe. */
final class ReleaseDesk {

    /** Tasks taken back in one transaction; keeps transactions short after a mass loss. */
    private static final int BATCH = 200;

    private final Database database;
    private final Returns returns;
    private final FreshLeases fresh;
    private final Experience experience;

    ReleaseDesk(Database database, Returns returns, FreshLeases fresh, Experience experience) {
        this.database = database;
        this.returns = returns;
        this.fresh = fresh;
        this.experience = experience;
    }

    /** Takes back tasks; returns the jobs that may have changed. */
    Set<String> release(List<Release> releases) {
        Set<String> jobs = new TreeSet<>();
        List<Release> inOrder =
                releases.stream()
                        .sorted(Comparator.comparing(Release::key, TaskId.LOCKING))
                        .toList();
        List<Release> counted =
                database.write(handle ->
                        inOrder.stream().filter(release -> release(handle, release)).toList());
        for (Release release : counted) {
            fresh.take(release.key());
            jobs.add(TaskId.parse(release.key().task()).job());
            experience.heard(release.record());
        }
        return jobs;
    }

    private boolean release(Handle handle, Release release) {
        Optional<TaskRow> task =
                TaskRows.lock(handle, TaskId.parse(release.key().task()))
                        .filter(row -> row.token() == release.key().token() && held(row));
        task.ifPresent(row -> returns.released(handle, row, release));
        return task.isPresent();
    }

    /** Ends a task that was to be stopped and was just dropped; returns the jobs changed. */
    Set<String> dropped(TaskKey key) {
        return database.write(handle -> {
            Set<String> jobs = new TreeSet<>();
            TaskRows.lock(handle, TaskId.parse(key.task()))
                    .filter(task -> task.token() == key.token())
                    .ifPresent(task -> {
                        returns.tooLate(handle, task, TaskRecord.EMPTY);
                        jobs.add(task.id().job());
                    });
            return jobs;
        });
    }

    private static boolean held(TaskRow task) {
        return task.worker().isPresent()
                && (task.state() == TaskState.LEASED
                        || task.state() == TaskState.STORED
                        || task.state() == TaskState.STOPPING);
    }

    /** Takes back what a worker that ends still holds. */
    Set<String> deregister(String worker) {
        Problem problem = Problem.of(ErrorCode.UNAVAILABLE, "the worker ended");
        List<Release> left =
                database.read(handle -> TaskRows.held(handle, worker)).stream()
                        .map(task -> returned(task, problem))
                        .toList();
        Set<String> jobs = left.isEmpty() ? Set.of() : release(left);
        database.brieflyWrite(handle -> {
            WorkerRows.remove(handle, worker);
            return true;
        });
        return jobs;
    }

    private static Release returned(TaskRow task, Problem problem) {
        return new Release(
                new TaskKey(task.id().toString(), task.token()),
                Release.Outcome.RETURNED,
                problem,
                TaskRecord.EMPTY);
    }

    /** Takes a job's tasks from workers that were silent for too long; returns how many. */
    int expire(String job) {
        List<TaskRow> expired =
                database.writeUnlessEmpty(handle -> {
                    List<TaskRow> found = TaskRows.expired(handle, job, BATCH);
                    found.forEach(task -> returns.lost(handle, task));
                    return found;
                });
        if (!expired.isEmpty()) {
            fresh.clear();
        }
        return expired.size();
    }

    /** Takes a job's tasks from the workers of an earlier process, which are gone with it. */
    void loseAll(String job) {
        database.change(handle -> TaskLeases.runOut(handle, job));
        while (expire(job) > 0) {
            // The next batch.
        }
    }
}
