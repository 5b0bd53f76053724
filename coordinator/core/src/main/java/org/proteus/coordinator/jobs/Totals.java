package org.proteus.coordinator.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.ElementEnds;
import org.proteus.coordinator.store.ElementEnds.WorkSum;
import org.proteus.coordinator.store.JobRow;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobState;

/**
 * Sums over all elements of a job. Of a large job, where that takes long, a sum is used again for
 * some time, so that asking often costs the database a tenth of its time at most; but never for
 * more than some seconds, for it may have taken long because the database stood still. Thread-safe.
 */
public final class Totals {

    private static final int USE = 10;
    private static final long QUICK_NANOS = 20_000_000;
    private static final long LONGEST_NANOS = 5_000_000_000L;

    private final Database database;
    private final Map<String, Kept> known = new ConcurrentHashMap<>();

    /** A sum holds for the state in which its job was; cancelling changes many elements at once. */
    private record Kept(JobState state, Sum sum) {}

    /**
     * Sums.
     *
     * @param counts elements by state; every state is a key
     * @param work bytes and work of the elements that have ended, by unit
     * @param until when this is too old, as {@link System#nanoTime()}
     */
    public record Sum(Map<ElementState, Long> counts, List<WorkSum> work, long until) {

        /** Returns the bytes of the objects that have ended. */
        public long bytesIn() {
            return work.stream().mapToLong(WorkSum::bytesIn).sum();
        }

        /** Returns the bytes of the results. */
        public long bytesOut() {
            return work.stream().mapToLong(WorkSum::bytesOut).sum();
        }

        /** Returns the number of elements that have ended. */
        public long ended() {
            return sum(true);
        }

        /** Returns the number of elements that have not ended. */
        public long open() {
            return sum(false);
        }

        private long sum(boolean ended) {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getKey().isFinal() == ended)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Creates the sums over a database. */
    public Totals(Database database) {
        this.database = database;
    }

    /** Returns the sums of a job. */
    public Sum of(JobRow job) {
        Kept old = known.get(job.id());
        if (old != null && old.state() == job.state() && isFresh(old.sum())) {
            return old.sum();
        }
        long began = System.nanoTime();
        Map<ElementState, Long> counts = database.read(h -> ElementEnds.count(h, job.id()));
        List<WorkSum> work = database.read(h -> ElementEnds.work(h, job.id()));
        long took = System.nanoTime() - began;
        Sum sum = new Sum(counts, work, System.nanoTime() + holds(took));
        if (took < QUICK_NANOS || job.state().isFinal()) {
            known.remove(job.id());
        } else {
            known.put(job.id(), new Kept(job.state(), sum));
        }
        return sum;
    }

    /** Returns for how long a sum that took so long is used, both in nanoseconds. */
    static long holds(long took) {
        return Math.min(USE * took, LONGEST_NANOS);
    }

    private static boolean isFresh(Sum sum) {
        return System.nanoTime() - sum.until() < 0;
    }
}
