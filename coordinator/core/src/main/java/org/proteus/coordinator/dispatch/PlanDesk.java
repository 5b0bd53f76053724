package org.proteus.coordinator.dispatch;

import java.util.Optional;
import java.util.Set;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.Lane;
import org.proteus.coordinator.store.TaskId;
import org.proteus.coordinator.store.TaskReturns;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.TaskState;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;

/** Answers what the steps of a leased task are. Thread-safe. */
final class PlanDesk {

    private final Database database;
    private final JobSpecs specs;
    private final Workforce workforce;
    private final Planning planning;

    PlanDesk(Database database, JobSpecs specs, Workforce workforce, Planning planning) {
        this.database = database;
        this.specs = specs;
        this.workforce = workforce;
        this.planning = planning;
    }

    PlanReply plan(PlanRequest request) {
        TaskId id = TaskId.parse(request.key().task());
        Optional<TaskRow> task =
                database.read(handle -> TaskRows.find(handle, id))
                        .filter(row -> row.token() == request.key().token())
                        .filter(row -> row.state() == TaskState.LEASED);
        if (task.isEmpty()) {
            return new PlanReply.Stale();
        }
        Set<String> own = Workforce.runnable(workforce.require(request.worker()).registration());
        Planning.Choice choice = planning.choose(context(request, task.get(), own));
        if (!choice.needs().isEmpty()) {
            String needs = Lane.needs(choice.needs());
            database.change(handle ->
                    TaskReturns.needs(handle, id, request.key().token(), request.type(), needs));
        }
        return choice.reply();
    }

    private PlanContext context(PlanRequest request, TaskRow task, Set<String> own) {
        JobSpec spec = specs.get(task.id().job());
        return new PlanContext(
                new PlanObject(
                        request.type(), request.partners(), request.size(), request.attributes()),
                new PlanGoal(
                        spec.row().target(),
                        spec.row().request().options(),
                        spec.row().request().rules()),
                request.done(),
                task.failed(),
                request.failures(),
                own,
                spec.row().request().missingWorker());
    }
}
