package org.proteus.coordinator.leftover;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.proteus.coordinator.dispatch.Duties;
import org.proteus.coordinator.dispatch.Duty;
import org.proteus.coordinator.dispatch.JobSpec;
import org.proteus.coordinator.dispatch.JobSpecs;
import org.proteus.coordinator.routine.Routine;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.LeftoverRow;
import org.proteus.coordinator.store.LeftoverRows;
import org.proteus.data.DataHandlers;
import org.proteus.data.DataSink;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the temporary objects that workers left in sinks: those that were killed, and those that
 * stood still past their lease, wrote on, and were killed before they heard that nobody wants it. A
 * name holds the lease's token, so that it is nobody else's. Nobody knows whether such a worker
 * still lives, so it looks several times. Of several coordinators one does it.
 */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    /** Names looked for in one turn. */
    private static final int MOST = 500;

    /** Pauses between looks, in leases; then it is given up. */
    private static final List<Integer> PAUSES = List.of(4, 40, 400, 4_000);

    private final Database database;
    private final Duties duties;
    private final JobSpecs specs;
    private final DataHandlers handlers;
    private final Duration lease;
    private final Routine routine = new Routine("deleting what workers left", this::turn);

    /**
     * Creates a sweeper that does nothing yet.
     *
     * @param lease how long a lease lasts; the pauses are multiples of it
     */
    public Sweeper(
            Database database,
            Duties duties,
            JobSpecs specs,
            DataHandlers handlers,
            Duration lease) {
        this.database = database;
        this.duties = duties;
        this.specs = specs;
        this.handlers = handlers;
        this.lease = lease;
    }

    /** Takes a turn every third of a lease until it is closed. */
    public void start() {
        routine.start(lease.dividedBy(3));
    }

    /** Looks for what is due, if it is this coordinator's duty. */
    public void turn() {
        if (duties.mine(Duty.LEFTOVERS)) {
            Map<String, List<LeftoverRow>> due =
                    database.read(handle -> LeftoverRows.due(handle, MOST)).stream()
                            .collect(Collectors.groupingBy(row -> row.task().job()));
            due.forEach(this::sweep);
        }
    }

    private void sweep(String job, List<LeftoverRow> rows) {
        try {
            JobSpec spec = specs.get(job);
            if (spec.row().request().into().isInline()) {
                database.change(handle -> LeftoverRows.forget(handle, rows));
                return;
            }
            discard(spec, rows);
            if (spec.row().state().isFinal()) {
                specs.forget(job);
            }
        } catch (ProteusException refused) {
            if (refused.problem().code() == ErrorCode.UNAVAILABLE) {
                throw refused;
            }
            LOG.info("the sink of job {} is looked at later: {}", job, refused.getMessage());
        } catch (IOException broken) {
            LOG.info("the sink of job {} is looked at later: {}", job, broken.getMessage());
        }
        rows.stream().collect(Collectors.groupingBy(LeftoverRow::looked)).forEach(this::looked);
    }

    private void discard(JobSpec spec, List<LeftoverRow> rows) throws IOException {
        try (DataSink sink = handlers.sink(spec.row().request().into().uri(), spec.sink())) {
            for (LeftoverRow row : rows) {
                if (routine.isClosed()) {
                    return;
                }
                sink.discard(row.temporaryName());
            }
        }
    }

    private void looked(int times, List<LeftoverRow> rows) {
        if (times >= PAUSES.size()) {
            database.change(handle -> LeftoverRows.forget(handle, rows));
        } else {
            long pause = lease.toMillis() * PAUSES.get(times);
            database.change(handle -> LeftoverRows.again(handle, rows, pause));
        }
    }

    @Override
    public void close() {
        routine.close();
    }
}
