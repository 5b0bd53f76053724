package org.proteus.coordinator.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.InlineLimits;
import org.proteus.coordinator.learning.Experience;
import org.proteus.coordinator.store.AttemptRows;
import org.proteus.coordinator.store.CommitRows;
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
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.TaskRecord;

/** Makes prepared results the results of their tasks, and published ones done. Thread-safe. */
final class CommitDesk {

    /** As many as a worker sends at once: beyond it the first would wait for the last. */
    private static final int MOST_TOGETHER = 500;

    private final Database database;
    private final JobSpecs specs;
    private final CommitCheck check;
    private final Returns returns;
    private final Experience experience;
    private final TaskTally tally;
    private final Gathering<Commit, Verdict> transactions =
            new Gathering<>(this::inOneTransaction, MOST_TOGETHER);

    CommitDesk(
            Database database,
            JobSpecs specs,
            InlineLimits limits,
            Returns returns,
            Experience experience,
            TaskTally tally) {
        this.database = database;
        this.specs = specs;
        this.check = new CommitCheck(database, specs, limits);
        this.returns = returns;
        this.experience = experience;
        this.tally = tally;
    }

    /** What becomes of a commit. */
    private enum Verdict {
        /** It counts from now on. */
        FRESH,
        /** It counted before: a worker that did not get the answer says it again. */
        KNOWN,
        REFUSED
    }

    /**
     * Commits each if and only if its token is the current one, what several workers send at the
     * same time in one transaction. A worker that did not get the answer says it again and hears
     * the same.
     *
     * @return for each whether it counts
     */
    List<Boolean> commit(List<Commit> commits) {
        commits.forEach(check::check);
        List<Verdict> verdicts = transactions.run(commits);
        for (int i = 0; i < commits.size(); i++) {
            if (verdicts.get(i) == Verdict.FRESH) {
                Commit commit = commits.get(i);
                experience.heard(commit.record());
                tally.done(TaskId.parse(commit.key().task()).job(), commit.record());
            }
        }
        return verdicts.stream().map(verdict -> verdict != Verdict.REFUSED).toList();
    }

    /** Rows are changed in an order of their own, answers are in the order of the commits. */
    private List<Verdict> inOneTransaction(List<Commit> commits) {
        List<Commit> inOrder =
                commits.stream().sorted(Comparator.comparing(Commit::key, TaskId.LOCKING)).toList();
        List<Verdict> verdicts = database.write(handle -> commit(handle, inOrder));
        IdentityHashMap<Commit, Verdict> byCommit = new IdentityHashMap<>();
        for (int i = 0; i < verdicts.size(); i++) {
            byCommit.put(inOrder.get(i), verdicts.get(i));
        }
        return commits.stream().map(byCommit::get).toList();
    }

    private List<Verdict> commit(Handle handle, List<Commit> commits) {
        List<Boolean> accepted = CommitRows.tasks(handle, commits);
        List<Verdict> verdicts = new ArrayList<>();
        List<Commit> fresh = new ArrayList<>();
        for (int i = 0; i < commits.size(); i++) {
            Commit commit = commits.get(i);
            TaskId task = TaskId.parse(commit.key().task());
            if (accepted.get(i)) {
                fresh.add(commit);
                verdicts.add(Verdict.FRESH);
            } else if (TaskLeases.isCommitted(handle, task, commit.key().token())) {
                verdicts.add(Verdict.KNOWN);
            } else {
                refused(handle, task, commit);
                verdicts.add(Verdict.REFUSED);
            }
        }
        if (!fresh.isEmpty()) {
            keepCarried(handle, fresh);
            AttemptRows.done(handle, fresh);
            CommitRows.elements(handle, fresh);
        }
        return verdicts;
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

    /** Ends tasks whose results stand under their final names. */
    Set<String> published(List<TaskKey> keys) {
        return database.write(handle -> {
            Map<TaskId, String> sinks = new HashMap<>();
            for (TaskKey key : keys) {
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
