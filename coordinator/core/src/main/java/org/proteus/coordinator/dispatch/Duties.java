package org.proteus.coordinator.dispatch;

import java.time.Duration;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.DutyRows;
import org.proteus.coordinator.store.Ids;

/**
 * The duties of this coordinator. It has one as long as it asks for it often enough; when it is
 * gone any other takes it over. Thread-safe.
 */
public final class Duties implements AutoCloseable {

    private final Database database;
    private final Duration span;
    private final String holder = Ids.random();

    /**
     * Creates the duties of a coordinator that has none yet.
     *
     * @param span how long a duty is kept without asking for it
     */
    public Duties(Database database, Duration span) {
        this.database = database;
        this.span = span;
    }

    /** Takes or keeps a duty; false when another coordinator has it. */
    public boolean mine(Duty duty) {
        return database.brieflyWrite(
                handle -> DutyRows.hold(handle, duty.name(), holder, span.toMillis()));
    }

    /** Gives every duty back, so that others need not wait. */
    @Override
    public void close() {
        database.brieflyWrite(handle -> DutyRows.free(handle, holder));
    }
}
