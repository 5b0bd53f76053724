package org.proteus.coordinator.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.coordinator.routine.Routine;
import org.proteus.coordinator.scaling.ScalableJob;
import org.proteus.coordinator.scaling.ScalingView;
import org.proteus.foundation.model.job.Decision;

/**
 * Writes into the log of every running job why its pool has not the workers that were asked for.
 */
public final class PoolNotes implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(2);

    /** What stands where other decisions name their policy. */
    private static final String POOL = "pool";

    private final ScalingView view;
    private final WorkerPool pool;
    private final InstantSource clock;
    private final Map<String, String> told = new HashMap<>();
    private final Routine routine = new Routine("telling jobs about their pool", this::look);

    /**
     * Creates the notes of a pool; nothing is written before they are started.
     *
     * @param clock gives the time of entries
     */
    public PoolNotes(ScalingView view, WorkerPool pool, InstantSource clock) {
        this.view = view;
        this.pool = pool;
        this.clock = clock;
    }

    /** Starts to look every two seconds. */
    public void start() {
        routine.start(EVERY);
    }

    /** Looks once: each job is told each reason once, until there is another. */
    void look() {
        String note = pool.note();
        List<ScalableJob> running = view.runningJobs();
        told.keySet().retainAll(running.stream().map(ScalableJob::id).toList());
        for (ScalableJob job : running) {
            if (!note.equals(told.getOrDefault(job.id(), ""))) {
                told.put(job.id(), note);
                if (!note.isEmpty()) {
                    view.record(job.id(), decision(note));
                }
            }
        }
    }

    private Decision decision(String note) {
        int size = pool.size();
        return Decision.unmeasured(clock.instant(), POOL, size, size, "", note);
    }

    @Override
    public void close() {
        routine.close();
    }
}
