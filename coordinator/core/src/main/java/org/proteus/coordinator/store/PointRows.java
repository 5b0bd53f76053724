package org.proteus.coordinator.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.ScalingPoint;

/**
 * Statements on the points of a job's chart. The points of a job are numbered; when there would be
 * too many, every second one is dropped, and from then on only half as many stay. The newest one is
 * always there.
 */
public final class PointRows {

    /** Points of a job that stay at most, beside the newest one. */
    static final int MOST = 600;

    private record Numbered(long number, ScalingPoint point) {}

    private PointRows() {}

    /**
     * Adds the next point; nothing when the job is gone.
     *
     * @param point with what was spent since the one before; the sum is stored
     */
    public static void add(Handle handle, String job, ScalingPoint point) {
        Optional<Numbered> newest = newest(handle, job);
        long last = newest.map(Numbered::number).orElse(-1L);
        JobCost before = newest.map(found -> found.point().cost()).orElse(JobCost.NONE);
        long stride = stride(last + 1);
        if (stride > stride(last)) {
            delete(handle, "mod(n, :at) <> 0", job, stride);
        } else if (last % stride != 0) {
            delete(handle, "n = :at", job, last);
        }
        handle.createUpdate(
                        """
                        insert into scaling_point (job, n, namespace, body)
                        select id, :n, namespace, :body from job where id = :job
                        """)
                .bind("job", job)
                .bind("n", last + 1)
                .bind("body", Json.text(point.withCost(before.plus(point.cost()))))
                .execute();
    }

    private static Optional<Numbered> newest(Handle handle, String job) {
        return handle.createQuery(
                        "select n, body from scaling_point where job = :job order by n desc limit"
                                + " 1")
                .bind("job", job)
                .map((row, context) ->
                        new Numbered(
                                row.getLong(1), Json.read(row.getString(2), ScalingPoint.class)))
                .findOne();
    }

    /** Returns what a job has cost so far. */
    public static JobCost cost(Handle handle, String job) {
        return newest(handle, job).map(found -> found.point().cost()).orElse(JobCost.NONE);
    }

    /** Returns of how many points one stays, once there are points up to a number. */
    private static long stride(long number) {
        long stride = 1;
        while (number / stride >= MOST) {
            stride *= 2;
        }
        return stride;
    }

    private static void delete(Handle handle, String which, String job, long at) {
        handle.createUpdate("delete from scaling_point where job = :job and " + which)
                .bind("job", job)
                .bind("at", at)
                .execute();
    }

    /** Returns the points, oldest first. */
    public static List<ScalingPoint> of(Handle handle, String job) {
        return handle.createQuery("select body from scaling_point where job = :job order by n")
                .bind("job", job)
                .map((row, context) -> Json.read(row.getString(1), ScalingPoint.class))
                .list();
    }
}
