package org.proteus.coordinator.jobs;

import java.util.List;
import java.util.Set;
import org.proteus.coordinator.dispatch.JobBoard;
import org.proteus.coordinator.dispatch.Workforce;
import org.proteus.coordinator.pool.PoolGroup;
import org.proteus.coordinator.scaling.ScalableJob;
import org.proteus.coordinator.scaling.ScalingView;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.DecisionRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.JobState;

/** The jobs of the database as the scaler sees them. Thread-safe. */
public final class StoredScaling implements ScalingView {

    private final Database database;
    private final JobBoard board;
    private final Workforce workforce;
    private final Totals totals;

    /** Creates the view. */
    public StoredScaling(Database database, JobBoard board, Workforce workforce, Totals totals) {
        this.database = database;
        this.board = board;
        this.workforce = workforce;
        this.totals = totals;
    }

    @Override
    public List<ScalableJob> runningJobs() {
        return board.active().stream()
                .filter(job -> job.state() != JobState.PAUSED)
                .map(this::job)
                .toList();
    }

    private ScalableJob job(JobRow job) {
        Totals.Sum sum = totals.of(job);
        return new ScalableJob(job.id(), job.request().scaling(), sum.ended(), sum.open());
    }

    @Override
    public int liveWorkers(String pool) {
        Set<String> members = Set.of(pool.split(PoolGroup.SEPARATOR));
        return (int)
                workforce.live().stream()
                        .filter(worker -> members.contains(worker.registration().pool()))
                        .filter(WorkerRow::takesWork)
                        .count();
    }

    @Override
    public void record(String job, Decision decision) {
        database.change(handle -> DecisionRows.add(handle, job, decision));
    }
}
