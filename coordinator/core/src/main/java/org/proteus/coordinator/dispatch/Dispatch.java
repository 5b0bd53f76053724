package org.proteus.coordinator.dispatch;

import java.util.List;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.learning.Experience;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.DutyRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.ListingRows;
import org.proteus.coordinator.store.WorkerRows;
import org.proteus.graph.publish.Publishing;

/** Puts the desks of the dispatcher together. */
public final class Dispatch {

    private final Dispatcher dispatcher;
    private final Keeper keeper;

    /**
     * Builds the desks.
     *
     * @param others called every now and then for what others look after by themselves
     */
    public Dispatch(
            CoordinatorSettings settings,
            Database database,
            Duties duties,
            JobSpecs specs,
            JobBoard board,
            Workforce workforce,
            ProgressBoard progress,
            Planning planning,
            Publishing publishing,
            InstantQueue instant,
            JobEnds ends,
            JobControl control,
            Experience experience,
            TaskTally tally,
            Pulse work,
            Pulse taken,
            Runnable others) {
        LeaseWriter writer = new LeaseWriter(specs, settings.inline());
        Returns returns = new Returns(settings.budget(), board, settings.lease());
        Warmth warmth = new Warmth();
        FreshLeases fresh = new FreshLeases(settings.heartbeat());
        UseRoom room = UseRoom.open(settings.uses(), database);
        ReleaseDesk releases = new ReleaseDesk(database, returns, fresh, experience);
        dispatcher =
                new Dispatcher(
                        settings.heartbeat(),
                        settings.lease(),
                        workforce,
                        progress,
                        publishing,
                        instant,
                        new LeaseDesk(
                                database,
                                board,
                                workforce,
                                writer,
                                fresh,
                                room,
                                warmth,
                                work,
                                taken,
                                settings.lease()),
                        new PlanDesk(
                                database, specs, workforce, planning, board, fresh, room, warmth),
                        new HeartbeatDesk(
                                database,
                                workforce,
                                progress,
                                new HandOvers(database, board, workforce, settings.heartbeat()),
                                publishing,
                                settings.lease()),
                        new CommitDesk(
                                database, specs, settings.inline(), returns, experience, tally),
                        releases,
                        new HeldContent(database, settings.inline()),
                        ends,
                        work);
        keeper =
                new Keeper(
                        database,
                        duties,
                        board,
                        workforce,
                        progress,
                        warmth,
                        instant,
                        releases,
                        control,
                        ends,
                        experience,
                        work,
                        others,
                        settings.lease());
        if (database.exclusive()) {
            takeOver(database, settings.workersInProcess(), releases);
        }
    }

    /** An earlier process had this database to itself and is gone: what it had is free. */
    private static void takeOver(Database database, boolean workersToo, ReleaseDesk releases) {
        database.change(ListingRows::freeAll);
        database.change(DutyRows::freeAll);
        if (workersToo) {
            database.change(WorkerRows::removeAll);
            List<JobRow> jobs = database.read(org.proteus.coordinator.store.JobRows::active);
            jobs.forEach(job -> releases.loseAll(job.id()));
        }
    }

    /** Returns the work queue. */
    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Returns who looks after what time changes; not started yet. */
    public Keeper keeper() {
        return keeper;
    }
}
