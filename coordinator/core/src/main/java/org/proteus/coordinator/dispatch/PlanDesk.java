package org.proteus.coordinator.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.Lane;
import org.proteus.coordinator.store.TaskId;
import org.proteus.coordinator.store.TaskReturns;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskRows;
import org.proteus.coordinator.store.TaskState;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;

/** Answers what the steps of a leased task are. Thread-safe. */
final class PlanDesk {

    private final Database database;
    private final JobSpecs specs;
    private final Workforce workforce;
    private final Planning planning;
    private final JobBoard board;
    private final FreshLeases fresh;
    private final UseRoom room;
    private final Warmth warmth;

    PlanDesk(
            Database database,
            JobSpecs specs,
            Workforce workforce,
            Planning planning,
            JobBoard board,
            FreshLeases fresh,
            UseRoom room,
            Warmth warmth) {
        this.database = database;
        this.specs = specs;
        this.workforce = workforce;
        this.planning = planning;
        this.board = board;
        this.fresh = fresh;
        this.room = room;
        this.warmth = warmth;
    }

    PlanReply plan(PlanRequest request) {
        TaskId id = TaskId.parse(request.key().task());
        Optional<List<StepFailure>> earlier = earlierFailures(id, request.key());
        if (earlier.isEmpty()) {
            return new PlanReply.Stale();
        }
        Set<String> own = workforce.runnable(request.worker());
        Planning.Choice choice =
                withRoom(
                        request,
                        id,
                        planning.choose(context(request, id.job(), earlier.get(), own)));
        if (!choice.needs().isEmpty()) {
            String needs = Lane.needs(choice.needs());
            database.change(handle ->
                    TaskReturns.needs(handle, id, request.key().token(), request.type(), needs));
        }
        if (choice.reply() instanceof PlanReply.Run) {
            warmth.runs(id.job(), request.type(), request.worker());
        }
        return choice.reply();
    }

    /** Returns the steps that failed under earlier leases; absent when the lease is no more. */
    private Optional<List<StepFailure>> earlierFailures(TaskId id, TaskKey key) {
        Optional<List<StepFailure>> known =
                board.isRunning(id.job()) ? fresh.take(key) : Optional.empty();
        return known.or(() ->
                database.read(handle -> TaskRows.find(handle, id))
                        .filter(row -> row.token() == key.token())
                        .filter(row -> row.state() == TaskState.LEASED)
                        .map(TaskRow::failed));
    }

    /** A task whose plan needs a program that is in full use waits in the lane of that program. */
    private Planning.Choice withRoom(PlanRequest request, TaskId id, Planning.Choice choice) {
        if (!(choice.reply() instanceof PlanReply.Run(Plan plan))) {
            return choice;
        }
        Set<String> programs = Planning.programs(plan);
        if (!room.limits(programs)) {
            return choice;
        }
        return database.write(
                        handle -> room.takePrograms(handle, id, request.key().token(), programs))
                .map(full -> new Planning.Choice(new PlanReply.GiveBack(full), programs))
                .orElse(choice);
    }

    private PlanContext context(
            PlanRequest request, String job, List<StepFailure> earlier, Set<String> own) {
        JobSpec spec = specs.get(job);
        return new PlanContext(
                new PlanObject(
                        request.type(), request.partners(), request.size(), request.attributes()),
                new PlanGoal(
                        spec.row().target(),
                        spec.row().request().options(),
                        spec.row().request().rules()),
                request.done(),
                earlier,
                request.failures(),
                own,
                spec.row().request().missingWorker());
    }
}
