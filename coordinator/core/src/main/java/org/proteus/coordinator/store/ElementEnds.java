package org.proteus.coordinator.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.ElementState;

/** Statements that change the state of elements, and count them by it. */
public final class ElementEnds {

    private ElementEnds() {}

    /** Makes elements done; the values say where their results stand. */
    public static void done(Handle handle, Map<TaskId, String> sinks) {
        PreparedBatch batch =
                handle.prepareBatch(
                        "update element set state = 'DONE', sink = ? where job = ? and seq = ?");
        sinks.forEach((task, sink) -> batch.add(sink, task.job(), task.seq()));
        batch.execute();
    }

    /** Ends an element without a result. */
    public static void end(Handle handle, TaskId task, ElementState state, Problem problem) {
        set(handle, task, state, Json.text(problem));
    }

    /** Lets an element wait; the problem says why, if there is one. */
    public static void await(Handle handle, TaskId task, Problem problem) {
        set(handle, task, ElementState.WAITING, problem == null ? null : Json.text(problem));
    }

    private static void set(Handle handle, TaskId task, ElementState state, String problem) {
        handle.createUpdate(
                        """
                        update element set state = :state, problem = :problem
                        where job = :job and seq = :seq
                        """)
                .bind("state", state.name())
                .bind("problem", problem)
                .bind("job", task.job())
                .bind("seq", task.seq())
                .execute();
    }

    /** Counts the elements of a job; every state is a key. */
    public static Map<ElementState, Long> count(Handle handle, String job) {
        Map<ElementState, Long> counts = new EnumMap<>(ElementState.class);
        for (ElementState state : ElementState.values()) {
            counts.put(state, 0L);
        }
        handle.createQuery("select state, count(*) from element where job = :job group by state")
                .bind("job", job)
                .map((row, c) -> Map.entry(ElementState.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        for (ElementState stored : List.of(ElementState.LISTED, ElementState.WAITING)) {
            running(counts, stored, held(handle, job, stored));
        }
        return counts;
    }

    private static long held(Handle handle, String job, ElementState stored) {
        return TaskRows.HELD_STATES.stream()
                .mapToLong(state ->
                        handle.createQuery(
                                        """
                                        select count(*) from task
                                        join element on element.job = :job
                                          and element.seq = task.seq
                                          and element.state = :stored
                                        where task.job = :job and task.state = :state
                                        """)
                                .bind("job", job)
                                .bind("stored", stored.name())
                                .bind("state", state.name())
                                .mapTo(Long.class)
                                .one())
                .sum();
    }

    private static void running(Map<ElementState, Long> counts, ElementState stored, long number) {
        counts.merge(stored, -number, Long::sum);
        counts.merge(ElementState.RUNNING, number, Long::sum);
    }

    /**
     * Sums over the elements of a job whose work was told in one unit.
     *
     * @param measure the unit; empty for those of which only the bytes are known
     * @param bytesIn bytes of those that have ended, as they were fetched
     * @param bytesOut bytes of results
     * @param transformed how many were transformed
     * @param work their work
     */
    public record WorkSum(
            String measure, long bytesIn, long bytesOut, long transformed, long work) {}

    /** Sums the bytes and the work of a job by unit. */
    public static List<WorkSum> work(Handle handle, String job) {
        return handle.createQuery(
                        """
                        select work_measure,
                          coalesce(sum(case when size > 0 and state not in
                            ('LISTED', 'WAITING', 'CANCELLED') then size else 0 end), 0),
                          coalesce(sum(case when state = 'DONE' then result_size else 0 end), 0),
                          sum(case when state = 'DONE' and not passed_through then 1 else 0 end),
                          coalesce(sum(case when state = 'DONE' then work else 0 end), 0)
                        from element where job = :job group by work_measure
                        """)
                .bind("job", job)
                .map((row, context) ->
                        new WorkSum(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)))
                .list();
    }
}
