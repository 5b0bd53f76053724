package org.proteus.coordinator.dispatch;

import java.util.Collection;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRows;
import org.proteus.coordinator.store.WebhookRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends jobs of which nothing is left to do, and wakes those who wait for it. Thread-safe. */
public final class JobEnds {

    private static final Logger LOG = LoggerFactory.getLogger(JobEnds.class);

    private final Database database;
    private final JobBoard board;
    private final JobSpecs specs;
    private final Pulse changes;

    /** Creates the check. */
    public JobEnds(Database database, JobBoard board, JobSpecs specs, Pulse changes) {
        this.database = database;
        this.board = board;
        this.specs = specs;
        this.changes = changes;
    }

    /**
     * Looks whether these jobs have ended; called after the transaction that may have done it, so
     * that of two that end the last elements at once, one sees both.
     */
    public void check(Collection<String> jobs) {
        jobs.forEach(this::check);
    }

    private void check(String job) {
        boolean over =
                database.brieflyWrite(handle -> {
                    boolean ended = JobRows.endWhenDone(handle, job);
                    if (ended) {
                        WebhookRows.due(handle, job);
                    }
                    return ended;
                });
        if (over) {
            LOG.info("job {} ended", job);
            board.changed();
            specs.forget(job);
            changes.beat();
        }
    }
}
