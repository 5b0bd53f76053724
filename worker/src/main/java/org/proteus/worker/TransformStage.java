package org.proteus.worker;

import java.util.ArrayList;
import java.util.List;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.StepFailure;

/**
 * The second stage: asks for a plan and runs it. When a step fails it asks again, from the last
 * good intermediate and with the failures so far, until a plan succeeds or none is left.
 * Thread-safe.
 */
final class TransformStage {

    /** The coordinator ends the game long before; this guards against one that does not. */
    private static final int MOST_FAILURES = 30;

    private final PlanCall plans;
    private final StepStage steps;

    TransformStage(PlanCall plans, StepStage steps) {
        this.plans = plans;
        this.steps = steps;
    }

    /** Returns the result; the object itself if it is to be forwarded untouched. */
    LocalObject transform(TaskContext context, Holding fetched) throws Exception {
        Holding holding = fetched;
        boolean empty = fetched.object().size() == 0;
        List<StepFailure> failures = new ArrayList<>();
        while (failures.size() < MOST_FAILURES) {
            Plan plan = plan(context, holding, failures, empty);
            context.notes().planned(plan);
            if (plan.isPassThrough()) {
                return holding.object();
            }
            if (empty) {
                throw emptyObject();
            }
            context.passage().enterSlot();
            context.task().started();
            int failed = failures.size();
            holding = run(context, plan, holding, failures);
            if (failures.size() == failed) {
                return holding.object();
            }
        }
        throw TaskEndedException.failed(failures.getLast().problem(), null);
    }

    /** Runs the steps until one fails; returns the result, or the last good intermediate. */
    private Holding run(TaskContext context, Plan plan, Holding holding, List<StepFailure> failures)
            throws Exception {
        Holding held = holding;
        for (PlanStep step : plan.steps()) {
            StepStage.Outcome outcome = steps.run(context, step, held);
            held = outcome.holding();
            if (outcome.problem().isPresent()) {
                failures.add(new StepFailure(step.unit(), outcome.problem().get()));
                return held;
            }
        }
        return held;
    }

    private Plan plan(
            TaskContext context, Holding holding, List<StepFailure> failures, boolean empty)
            throws Exception {
        context.task().progress("plan", 0, 0, "bytes");
        return switch (plans.ask(context.task(), holding, failures)) {
            case PlanReply.Run run -> run.plan();
            case PlanReply.Refuse refuse when empty -> throw emptyObject();
            case PlanReply.Refuse refuse ->
                    throw new TaskEndedException(Release.Outcome.REFUSED, refuse.problem(), null);
            case PlanReply.GiveBack back ->
                    throw new TaskEndedException(Release.Outcome.RETURNED, back.problem(), null);
            case PlanReply.Fail fail -> throw TaskEndedException.failed(fail.problem(), null);
            case PlanReply.Stale stale -> throw lost(context);
        };
    }

    private static StoppedException lost(TaskContext context) {
        context.task().stop(StopReason.LOST);
        return new StoppedException();
    }

    private static TaskEndedException emptyObject() {
        return TaskEndedException.refused(
                ErrorCode.BROKEN_OBJECT,
                "the object is empty, so there is nothing to transform",
                "check where it comes from");
    }
}
