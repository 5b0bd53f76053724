package org.proteus.coordinator.dispatch;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobRows;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.foundation.model.job.JobState;

/**
 * The jobs that have not ended, and in which lanes of them tasks wait. Changes made here show at
 * once, those of other coordinators within a second. Thread-safe.
 */
public final class JobBoard {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Database database;
    private final Map<String, Set<String>> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<JobRow> jobs = List.of();
    private volatile long readAt = System.nanoTime() - 2 * FRESH_NANOS;

    /** Creates the board of a database. */
    public JobBoard(Database database) {
        this.database = database;
    }

    /** Returns the active jobs, oldest first. */
    public List<JobRow> active() {
        if (System.nanoTime() - readAt >= FRESH_NANOS) {
            refresh();
        }
        return jobs;
    }

    /** Whether a job is under way and nobody has cancelled it. */
    boolean isRunning(String job) {
        return active().stream()
                .anyMatch(row -> row.id().equals(job) && row.state() == JobState.RUNNING);
    }

    /**
     * Returns the active jobs by priority, the highest first; those of the same each time beginning
     * with the next one, so that all get their turn.
     */
    List<List<JobRow>> inTurn() {
        Map<Integer, List<JobRow>> byPriority =
                active().stream()
                        .collect(
                                Collectors.groupingBy(
                                        job -> job.request().priority(),
                                        () ->
                                                new TreeMap<Integer, List<JobRow>>(
                                                        Comparator.reverseOrder()),
                                        Collectors.toList()));
        int next = turn.getAndIncrement();
        return byPriority.values().stream().map(jobs -> from(jobs, next)).toList();
    }

    private static List<JobRow> from(List<JobRow> jobs, int next) {
        int first = Math.floorMod(next, jobs.size());
        return Stream.concat(
                        jobs.subList(first, jobs.size()).stream(), jobs.subList(0, first).stream())
                .toList();
    }

    /** Returns the lanes of a job in which tasks wait, the open one left out. */
    public Set<String> lanes(String job) {
        return lanes.getOrDefault(job, Set.of());
    }

    /** Notes that a task waits in a lane. */
    void waits(String job, String lane) {
        if (!lane.isEmpty()) {
            lanes.computeIfAbsent(job, key -> ConcurrentHashMap.newKeySet()).add(lane);
        }
    }

    /** Makes the next look a fresh one: a job began or ended. */
    public void changed() {
        readAt = System.nanoTime() - 2 * FRESH_NANOS;
    }

    private synchronized void refresh() {
        if (System.nanoTime() - readAt < FRESH_NANOS) {
            return;
        }
        readAt = System.nanoTime();
        jobs = database.read(this::read);
    }

    private List<JobRow> read(Handle handle) {
        List<JobRow> found = JobRows.active(handle);
        Set<String> ids = new HashSet<>();
        for (JobRow job : found) {
            ids.add(job.id());
            Set<String> waiting = ConcurrentHashMap.newKeySet();
            waiting.addAll(TaskRows.lanes(handle, job.id()));
            lanes.put(job.id(), waiting);
        }
        lanes.keySet().retainAll(ids);
        return found;
    }
}
