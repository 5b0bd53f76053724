package org.proteus.coordinator.jobs;

import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.JobLimits;
import org.proteus.coordinator.store.ContentRows;
import org.proteus.coordinator.store.JobRows;
import org.proteus.foundation.model.DataSize;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.InlineObject;

/**
 * Refuses what there is no room for. How much content is stored is summed anew only so often that
 * it costs the database a tenth of its time at most; so many that ask at once may go a little
 * beyond. Thread-safe.
 */
final class Room {

    private static final int USE = 10;

    private final JobLimits limits;
    private long stored;
    private long storedUntil = System.nanoTime();

    Room(JobLimits limits) {
        this.limits = limits;
    }

    /**
     * Checks that there is room for one more active job.
     *
     * @throws ProteusException with {@code BUSY}
     */
    void requireForOne(Handle handle) {
        if (JobRows.countActive(handle) >= limits.active()) {
            throw new ProteusException(
                    ErrorCode.BUSY,
                    "there are %d jobs that have not ended, as many as there may be"
                            .formatted(limits.active()),
                    "try again when some have ended, or raise jobs.max-active");
        }
    }

    /** Checks that there is room for a new job and for what came with it, likewise. */
    void require(Handle handle, Accepted accepted) {
        requireForOne(handle);
        boolean inline =
                accepted.request().from().isInline() || accepted.request().into().isInline();
        if (inline) {
            requireForBytes(handle, bytes(accepted));
        }
    }

    private static long bytes(Accepted accepted) {
        return accepted.objects().stream()
                .map(InlineObject::content)
                .mapToLong(c -> c.size())
                .sum();
    }

    private synchronized void requireForBytes(Handle handle, long more) {
        long began = System.nanoTime();
        if (began - storedUntil >= 0) {
            stored = ContentRows.total(handle);
            long now = System.nanoTime();
            storedUntil = now + USE * (now - began);
        }
        if (more > limits.inlineBytes() - stored) {
            throw new ProteusException(
                    ErrorCode.BUSY,
                    "the objects and results kept here would take more than "
                            + new DataSize(limits.inlineBytes()),
                    "remove ended jobs, let objects be read from where they are, or raise"
                            + " jobs.max-inline");
        }
        stored += more;
    }
}
