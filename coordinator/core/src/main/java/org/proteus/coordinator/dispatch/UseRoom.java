package org.proteus.coordinator.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.UseLimits;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.Lane;
import org.proteus.coordinator.store.TaskId;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.UseRows;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * Keeps the limits of places and programs over all coordinators. Of a place a task takes its share
 * when it is leased, of a program when it is planned, or when it is leased from a lane whose tasks
 * need the program; it has it until its lease ends. Thread-safe.
 */
final class UseRoom {

    private final UseLimits limits;

    private UseRoom(UseLimits limits) {
        this.limits = limits;
    }

    /** Opens the room; what is limited is made known to the database first. */
    static UseRoom open(UseLimits limits, Database database) {
        limits.names().forEach(name -> makeKnown(database, name));
        return new UseRoom(limits);
    }

    private static void makeKnown(Database database, String name) {
        if (isKnown(database, name)) {
            return;
        }
        try {
            database.change(handle -> UseRows.add(handle, name));
        } catch (ProteusException perhapsAnotherWasFaster) {
            if (!isKnown(database, name)) {
                throw perhapsAnotherWasFaster;
            }
        }
    }

    private static boolean isKnown(Database database, String name) {
        return database.read(handle -> UseRows.isKnown(handle, name));
    }

    /** Returns the limits that hold for tasks of a lane of a job; mostly none. */
    Map<String, Integer> limits(JobRow job, String lane) {
        if (limits.isEmpty() || lane.equals(Lane.PUBLISH)) {
            return Map.of();
        }
        Map<String, Integer> all =
                new TreeMap<>(
                        limits.ofPlaces(job.request().from().uri(), job.request().into().uri()));
        all.putAll(limits.ofPrograms(Set.copyOf(Lane.programs(lane))));
        return all;
    }

    /** Returns how many of the wanted tasks there is room for, and keeps others from taking it. */
    static int room(Handle handle, Map<String, Integer> limits, int wanted) {
        UseRows.lock(handle, limits.keySet());
        int room = wanted;
        for (Map.Entry<String, Integer> limit : limits.entrySet()) {
            room = Math.min(room, limit.getValue() - UseRows.count(handle, limit.getKey()));
        }
        return Math.max(0, room);
    }

    /** Takes the shares of tasks as they were before they were leased. */
    static void take(Handle handle, Map<String, Integer> limits, List<TaskRow> tasks) {
        if (!limits.isEmpty() && !tasks.isEmpty()) {
            UseRows.hold(
                    handle,
                    limits.keySet(),
                    tasks.stream().map(TaskRow::id).toList(),
                    tasks.stream().mapToLong(task -> task.token() + 1).toArray());
        }
    }

    /**
     * Takes the shares of a leased task in the programs of its plan, all or none.
     *
     * @return what there is no room in; absent when it has its shares
     */
    Optional<Problem> takePrograms(Handle handle, TaskId id, long token, Set<String> programs) {
        Map<String, Integer> wanted = limits.ofPrograms(programs);
        UseRows.lock(handle, wanted.keySet());
        wanted.keySet().removeIf(name -> UseRows.holds(handle, name, id, token));
        for (Map.Entry<String, Integer> limit : wanted.entrySet()) {
            if (UseRows.count(handle, limit.getKey()) >= limit.getValue()) {
                return Optional.of(full(limit.getKey(), limit.getValue()));
            }
        }
        UseRows.hold(handle, wanted.keySet(), List.of(id), new long[] {token});
        return Optional.empty();
    }

    /** Whether a plan may need shares. */
    boolean limits(Set<String> programs) {
        return !limits.ofPrograms(programs).isEmpty();
    }

    private static Problem full(String name, int most) {
        return new Problem(
                ErrorCode.BUSY,
                "%s may be used by %d tasks at once, and is".formatted(name, most),
                "it waits for its turn; operators set limits.programs");
    }
}
