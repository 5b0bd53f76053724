package org.proteus.coordinator.dispatch;

import java.util.List;
import org.proteus.coordinator.InlineLimits;
import org.proteus.coordinator.store.ContentRows;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.TaskId;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Commit;

/** Refuses commits that do not fit their lease; a worker is not trusted. Thread-safe. */
final class CommitCheck {

    private final Database database;
    private final JobSpecs specs;
    private final InlineLimits limits;

    CommitCheck(Database database, JobSpecs specs, InlineLimits limits) {
        this.database = database;
        this.specs = specs;
        this.limits = limits;
    }

    /**
     * Checks a commit before its token is looked at. Of a job that was removed no token is current.
     *
     * @throws ProteusException with {@code BAD_REQUEST} or {@code TOO_LARGE}
     */
    void check(Commit commit) {
        TaskId task = TaskId.parse(commit.key().task());
        specs.find(task.job()).ifPresent(spec -> check(spec, task, commit));
    }

    private void check(JobSpec spec, TaskId task, Commit commit) {
        if (spec.row().request().into().isInline()) {
            returned(task, commit);
        } else if (!commit.temporaryName().equals(task.temporaryName(commit.key().token()))) {
            // Whoever publishes renames what this name says: it must be the lease's own.
            throw wrong(task, "names another object than its lease", "use the name of the lease");
        }
    }

    private void returned(TaskId task, Commit commit) {
        if (!commit.temporaryName().isEmpty()) {
            throw wrong(task, "names a sink that its job does not have", "leave the name empty");
        }
        if (commit.carried().isEmpty() && !isBrought(task, commit.key().token())) {
            throw wrong(task, "brings no result", "carry it, or bring it before the commit");
        }
        if (commit.carried().filter(c -> c.size() > limits.maxCarriedBytes()).isPresent()) {
            throw new ProteusException(
                    ErrorCode.TOO_LARGE,
                    "the commit of %s carries more than %d bytes"
                            .formatted(task, limits.maxCarriedBytes()),
                    "bring larger results before the commit");
        }
    }

    private boolean isBrought(TaskId task, long token) {
        String id = ContentRows.result(task, token);
        return !database.read(handle -> ContentRows.small(handle, List.of(id))).isEmpty();
    }

    private static ProteusException wrong(TaskId task, String what, String action) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST, "the commit of " + task + " " + what, action);
    }
}
