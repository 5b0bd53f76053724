package org.proteus.coordinator.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.InlineLimits;
import org.proteus.coordinator.learning.Experience;
import org.proteus.coordinator.store.AttemptRows;
import org.proteus.coordinator.store.ContentRows;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.ElementEnds;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.ElementRows;
import org.proteus.coordinator.store.TaskId;
import org.proteus.coordinator.store.TaskLeases;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.data.Segments;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.TaskRecord;

/** Makes prepared results the results of their tasks, and published ones done. Thread-safe. */
final class CommitDesk {

    private final Database database;
    private final JobSpecs specs;
    private final CommitCheck check;
    private final Returns returns;
    private final Experience experience;

    CommitDesk(
            Database database,
            JobSpecs specs,
            InlineLimits limits,
            Returns returns,
            Experience experience) {
        this.database = database;
        this.specs = specs;
        this.check = new CommitCheck(database, specs, limits);
        this.returns = returns;
        this.experience = experience;
    }

    /**
     * Commits in one transaction, each if and only if its token is the current one. A worker that
     * did not get the answer says it again and hears the same.
     *
     * @return for each whether it counts
     */
    boolean[] commit(List<Commit> commits) {
        commits.forEach(check::check);
        List<Commit> inOrder =
                commits.stream().sorted(Comparator.comparing(Commit::key, TaskId.LOCKING)).toList();
        Outcome outcome = database.write(handle -> commit(handle, inOrder));
        outcome.fresh().forEach(commit -> experience.heard(commit.record()));
        boolean[] counts = new boolean[commits.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = outcome.counting().contains(commits.get(i).key());
        }
        return counts;
    }

    /**
     * What became of commits.
     *
     * @param counting those that count
     * @param fresh those of them that were not known before
     */
    private record Outcome(Set<TaskKey> counting, List<Commit> fresh) {}

    private Outcome commit(Handle handle, List<Commit> commits) {
        boolean[] accepted = TaskLeases.commit(handle, commits);
        Set<TaskKey> counting = new HashSet<>();
        List<Commit> fresh = new ArrayList<>();
        for (int i = 0; i < accepted.length; i++) {
            Commit commit = commits.get(i);
            TaskId task = TaskId.parse(commit.key().task());
            if (accepted[i]) {
                fresh.add(commit);
                counting.add(commit.key());
            } else if (TaskLeases.isCommitted(handle, task, commit.key().token())) {
                counting.add(commit.key());
            } else {
                refused(handle, task, commit);
            }
        }
        if (!fresh.isEmpty()) {
            keepCarried(handle, fresh);
            AttemptRows.done(handle, fresh);
            ElementEnds.committed(handle, fresh);
            ElementEnds.done(handle, inline(fresh));
        }
        return new Outcome(counting, fresh);
    }

    /** The worker has nothing more to say of it, so a task that was to be stopped ends now. */
    private void refused(Handle handle, TaskId id, Commit commit) {
        AttemptRows.stale(handle, id, commit.key().token());
        TaskRows.lock(handle, id)
                .filter(task -> task.token() == commit.key().token())
                .ifPresent(task -> returns.tooLate(handle, task, commit.record()));
    }

    private static void keepCarried(Handle handle, List<Commit> commits) {
        List<ContentRows.Result> carried = new ArrayList<>();
        for (Commit commit : commits) {
            TaskId task = TaskId.parse(commit.key().task());
            commit.carried()
                    .map(c -> new ContentRows.Result(task, commit.key().token(), c))
                    .ifPresent(carried::add);
        }
        if (!carried.isEmpty()) {
            ContentRows.putResults(handle, carried);
        }
    }

    private static Map<TaskId, String> inline(List<Commit> commits) {
        Map<TaskId, String> sinks = new HashMap<>();
        for (Commit commit : commits) {
            if (commit.temporaryName().isEmpty()) {
                sinks.put(TaskId.parse(commit.key().task()), Place.INLINE);
            }
        }
        return sinks;
    }

    /** Ends tasks whose results stand under their final names. */
    Set<String> published(List<TaskKey> keys) {
        return database.write(handle -> {
            Map<TaskId, String> sinks = new HashMap<>();
            for (TaskKey key : keys.stream().sorted(TaskId.LOCKING).toList()) {
                TaskId id = TaskId.parse(key.task());
                if (TaskLeases.published(handle, id, key.token())) {
                    publisher(handle, id, key.token());
                    sinks.put(id, sink(handle, id));
                }
            }
            if (!sinks.isEmpty()) {
                ElementEnds.done(handle, sinks);
            }
            Set<String> jobs = new TreeSet<>();
            sinks.keySet().forEach(id -> jobs.add(id.job()));
            return jobs;
        });
    }

    /** A lease that only published is an attempt of its own. */
    private static void publisher(Handle handle, TaskId id, long token) {
        TaskRow task = TaskRows.find(handle, id).orElseThrow();
        if (task.token() == token && token > task.storedToken() && task.worker().isPresent()) {
            AttemptRows.ended(handle, id, "done", Optional.empty(), TaskRecord.EMPTY);
        }
    }

    private String sink(Handle handle, TaskId id) {
        ElementRow element = ElementRows.find(handle, id.job(), id.seq()).orElseThrow();
        String base = specs.get(id.job()).row().request().into().uri();
        return (base.endsWith("/") ? base : base + "/") + Segments.encodePath(element.finalName());
    }
}
