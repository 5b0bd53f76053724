package org.proteus.coordinator.jobs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.proteus.coordinator.dispatch.Duties;
import org.proteus.coordinator.dispatch.Duty;
import org.proteus.coordinator.dispatch.JobBoard;
import org.proteus.coordinator.dispatch.ProgressBoard;
import org.proteus.coordinator.dispatch.Workforce;
import org.proteus.coordinator.pool.PoolGroup;
import org.proteus.coordinator.scaling.ScalableJob;
import org.proteus.coordinator.scaling.ScalingView;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.DecisionRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.PointRows;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.ScalingPoint;

/** The jobs of the database as the scaler sees them. Thread-safe. */
public final class StoredScaling implements ScalingView {

    private final Database database;
    private final Duties duties;
    private final JobBoard board;
    private final Workforce workforce;
    private final ProgressBoard progress;
    private final Totals totals;
    private final WorkDone work;

    /** Creates the view. */
    public StoredScaling(
            Database database,
            Duties duties,
            JobBoard board,
            Workforce workforce,
            ProgressBoard progress,
            Totals totals,
            WorkDone work) {
        this.database = database;
        this.duties = duties;
        this.board = board;
        this.workforce = workforce;
        this.progress = progress;
        this.totals = totals;
        this.work = work;
    }

    @Override
    public List<ScalableJob> runningJobs() {
        List<JobRow> running =
                board.active().stream().filter(job -> job.state() != JobState.PAUSED).toList();
        work.retain(running.stream().map(JobRow::id).toList());
        return running.stream().map(this::job).toList();
    }

    private ScalableJob job(JobRow job) {
        Totals.Sum sum = totals.of(job);
        long queued =
                sum.counts().get(ElementState.LISTED) + sum.counts().get(ElementState.WAITING);
        return new ScalableJob(
                job.id(),
                job.request().scaling(),
                sum.ended(),
                sum.open(),
                queued,
                progress.working(job.id()),
                work.of(job, sum));
    }

    @Override
    public int liveWorkers(String pool) {
        return (int) takers(pool).count();
    }

    @Override
    public int idleWorkers(String pool) {
        return (int) takers(pool).filter(worker -> progress.isIdle(worker.id())).count();
    }

    private Stream<WorkerRow> takers(String pool) {
        Set<String> members = Set.of(pool.split(PoolGroup.SEPARATOR));
        return workforce.live().stream()
                .filter(worker -> members.contains(worker.registration().pool()))
                .filter(WorkerRow::takesWork);
    }

    @Override
    public void record(String job, Decision decision) {
        database.change(handle ->
                DecisionRows.add(handle, job, decision.withCost(PointRows.cost(handle, job))));
    }

    /** Of several coordinators only one keeps points, that which minds the pools. */
    @Override
    public void note(Map<String, ScalingPoint> points) {
        if (!points.isEmpty() && duties.mine(Duty.POOLS)) {
            database.brieflyWrite(handle -> {
                points.forEach((job, point) -> PointRows.add(handle, job, point));
                return true;
            });
        }
    }
}
