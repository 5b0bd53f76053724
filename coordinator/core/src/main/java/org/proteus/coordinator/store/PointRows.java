package org.proteus.coordinator.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.job.ScalingPoint;

/**
 * Statements on the points of a job's chart. The points of a job are numbered; when there would be
 * too many, every second one is dropped, and from then on only half as many stay. The newest one is
 * always there.
 */
public final class PointRows {

    /** Points of a job that stay at most, beside the newest one. */
    static final int MOST = 600;

    private PointRows() {}

    /** Adds the next point; nothing when the job is gone. */
    public static void add(Handle handle, String job, ScalingPoint point) {
        long last = last(handle, job).orElse(-1L);
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
                .bind("body", Json.text(point))
                .execute();
    }

    private static Optional<Long> last(Handle handle, String job) {
        return handle.createQuery(
                        "select n from scaling_point where job = :job order by n desc limit 1")
                .bind("job", job)
                .mapTo(Long.class)
                .findOne();
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
