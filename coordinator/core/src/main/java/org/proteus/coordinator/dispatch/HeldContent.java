package org.proteus.coordinator.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.proteus.coordinator.InlineLimits;
import org.proteus.coordinator.store.ContentRows;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.TaskId;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.TaskState;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.protocol.TaskKey;

/** Objects and results of jobs that are too large for a lease or a commit. Thread-safe. */
final class HeldContent {

    private final Database database;
    private final InlineLimits limits;

    HeldContent(Database database, InlineLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    static String job(TaskKey key) {
        return TaskId.parse(key.task()).job();
    }

    byte[] source(TaskKey key) throws IOException {
        TaskId id = leased(key);
        String content = ContentRows.source(id.job(), id.seq());
        return database.read(handle -> ContentRows.get(handle, content))
                .orElseThrow(() -> new IOException("the coordinator holds no content of " + id));
    }

    void result(TaskKey key, InputStream result) throws IOException {
        TaskId id = leased(key);
        byte[] bytes = result.readNBytes((int) Math.min(limits.maxBytes() + 1, Integer.MAX_VALUE));
        if (bytes.length > limits.maxBytes()) {
            throw new IOException(
                    "the result is larger than the " + limits.maxBytes() + " bytes allowed");
        }
        ContentRows.Result brought = new ContentRows.Result(id, key.token(), Bytes.of(bytes));
        database.change(handle -> ContentRows.putResults(handle, List.of(brought)));
    }

    private TaskId leased(TaskKey key) throws IOException {
        TaskId id = TaskId.parse(key.task());
        boolean valid =
                database.read(handle -> TaskRows.find(handle, id))
                        .filter(task -> task.token() == key.token())
                        .map(TaskRow::state)
                        .filter(state -> state == TaskState.LEASED)
                        .isPresent();
        if (!valid) {
            throw new IOException("the lease of " + id + " is no longer valid");
        }
        return id;
    }
}
