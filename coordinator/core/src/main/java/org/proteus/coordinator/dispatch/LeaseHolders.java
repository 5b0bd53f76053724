package org.proteus.coordinator.dispatch;

import java.util.Optional;
import java.util.function.Function;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.TaskId;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.foundation.model.protocol.TaskKey;

/** Says which worker holds a lease; absent when it is no longer the newest one. Thread-safe. */
public final class LeaseHolders implements Function<TaskKey, Optional<String>> {

    private final Database database;
    private final InstantQueue instant;

    /** Creates the view of the tasks of a database and of those held in memory. */
    public LeaseHolders(Database database, InstantQueue instant) {
        this.database = database;
        this.instant = instant;
    }

    @Override
    public Optional<String> apply(TaskKey key) {
        if (InstantQueue.owns(key)) {
            return instant.holder(key);
        }
        TaskId id = TaskId.parse(key.task());
        return database.read(handle -> TaskRows.find(handle, id))
                .filter(task -> task.token() == key.token())
                .flatMap(TaskRow::worker);
    }
}
