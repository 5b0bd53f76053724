package org.proteus.coordinator.retention;

import java.time.Duration;
import java.util.Optional;
import org.proteus.coordinator.JobLimits;
import org.proteus.coordinator.dispatch.Duties;
import org.proteus.coordinator.dispatch.Duty;
import org.proteus.coordinator.routine.Routine;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.RemovalRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes jobs that ended long ago or are too many, and deletes what removed jobs leave behind, in
 * small transactions. Of several coordinators one does it.
 */
public final class Pruner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pruner.class);

    /** Elements deleted in one transaction; keeps it short. */
    private static final int BATCH = 500;

    /** Transactions of one turn, after which the duty is asked for again. */
    private static final int MOST = 20;

    private final Database database;
    private final Duties duties;
    private final Removal removal;
    private final JobLimits limits;
    private final Routine routine = new Routine("removing ended jobs", this::turn);

    /** Creates a pruner that does nothing yet. */
    public Pruner(Database database, Duties duties, Removal removal, JobLimits limits) {
        this.database = database;
        this.duties = duties;
        this.removal = removal;
        this.limits = limits;
    }

    /** Takes a turn every so often until it is closed. */
    public void start(Duration every) {
        routine.start(every);
    }

    /** Removes and deletes some, if it is this coordinator's duty. */
    public void turn() {
        if (!duties.mine(Duty.RETENTION)) {
            return;
        }
        for (int i = 0; i < MOST && !routine.isClosed() && step(); i++) {
            LOG.trace("there may be more to remove");
        }
    }

    /** Returns whether there may be more to do. */
    private boolean step() {
        Optional<String> removed = database.read(RemovalRows::next);
        if (removed.isPresent()) {
            delete(removed.get());
            return true;
        }
        Optional<String> surplus = surplus();
        surplus.filter(removal::removeIfEnded).ifPresent(job -> LOG.info("job {} removed", job));
        return surplus.isPresent();
    }

    private void delete(String job) {
        database.brieflyWrite(handle -> RemovalRows.advance(handle, job, BATCH));
    }

    private Optional<String> surplus() {
        return database.read(handle ->
                RemovalRows.older(handle, limits.keep().toMillis())
                        .or(() -> RemovalRows.surplus(handle, limits.keepElements())));
    }

    @Override
    public void close() {
        routine.close();
    }
}
