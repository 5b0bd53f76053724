package org.proteus.coordinator.jobs;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.ContentRows;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.ElementRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.TaskId;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.Page;

/** The elements of jobs as users see them, and the results kept with them. Thread-safe. */
final class StoredElements {

    private final Database database;

    StoredElements(Database database) {
        this.database = database;
    }

    Page<ElementView> page(
            JobRow job, Optional<ElementState> state, Optional<String> cursor, int most) {
        long after = cursor.map(Cursor::number).orElse(0L);
        return database.read(handle -> {
            List<ElementRow> rows = ElementRows.page(handle, job.id(), state, after, most + 1);
            List<ElementRow> page = rows.subList(0, Math.min(most, rows.size()));
            return new Page<>(
                    ElementViews.of(handle, job, page),
                    rows.size() > most
                            ? Optional.of(Long.toString(page.getLast().seq()))
                            : Optional.empty());
        });
    }

    ElementView element(JobRow job, long seq) {
        return database.read(handle ->
                ElementViews.of(handle, job, List.of(find(handle, job.id(), seq))).getFirst());
    }

    private static ElementRow find(Handle handle, String job, long seq) {
        return ElementRows.find(handle, job, seq)
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.NOT_FOUND,
                                "job " + job + " has no element " + seq,
                                "list its elements to see them"));
    }

    Bytes result(JobRow job, long seq) {
        if (!job.request().into().isInline()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the results of job " + job.id() + " are in its sink",
                    "fetch them there");
        }
        return Bytes.of(database.read(handle -> result(handle, job.id(), seq)));
    }

    private static byte[] result(Handle handle, String job, long seq) {
        ElementRow element = find(handle, job, seq);
        if (element.state() != ElementState.DONE) {
            throw new ProteusException(
                    ErrorCode.CONFLICT,
                    "element " + element.id() + " is not done",
                    "look at its state and problem");
        }
        TaskId id = new TaskId(job, seq, 1);
        long token = TaskRows.find(handle, id).orElseThrow().storedToken();
        return ContentRows.get(handle, ContentRows.result(id, token))
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.NOT_FOUND,
                                "the result of " + element.id() + " is not kept",
                                ""));
    }
}
