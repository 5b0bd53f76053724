package org.proteus.coordinator.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.MissingWorker;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.Planner;
import org.proteus.graph.RunnablePrograms;

/**
 * Chooses the steps for an object that a worker holds: the best plan that live workers can run; the
 * asking worker's own when that is as cheap. Thread-safe.
 */
public final class Planning {

    private final Planner planner;
    private final Workforce workforce;

    /** Creates the choice over the live workers. */
    public Planning(Planner planner, Workforce workforce) {
        this.planner = planner;
        this.workforce = workforce;
    }

    /**
     * A choice.
     *
     * @param reply what the worker is told
     * @param needs programs that a worker must offer for this task; empty unless it is given back
     */
    public record Choice(PlanReply reply, Set<String> needs) {}

    /** Returns what a live worker can run, as {@code program@checksum}. */
    public Set<String> runnable(String worker) {
        return workforce.runnable(worker);
    }

    /** Chooses; units that failed are avoided as long as there is another way. */
    public Choice choose(PlanContext context) {
        Optional<Problem> locked =
                context.failures().stream()
                        .map(StepFailure::problem)
                        .filter(problem -> problem.code() == ErrorCode.ENCRYPTED_OBJECT)
                        .findFirst();
        if (locked.isPresent()) {
            // No program has the key.
            return new Choice(new PlanReply.Fail(locked.get()), Set.of());
        }
        Set<UnitId> failed =
                Stream.concat(context.earlier().stream(), context.failures().stream())
                        .map(StepFailure::unit)
                        .collect(Collectors.toUnmodifiableSet());
        if (failed.isEmpty()) {
            return choose(context, Set.of());
        }
        if (best(context, failed) instanceof PlanAnswer.Found) {
            return choose(context, failed);
        }
        if (context.failures().isEmpty()) {
            // Nothing else is left, so the failed step gets its one more try.
            return choose(context, Set.of());
        }
        return new Choice(new PlanReply.Fail(Failures.telling(context.failures())), Set.of());
    }

    private Choice choose(PlanContext context, Set<UnitId> avoid) {
        return switch (best(context, avoid)) {
            case PlanAnswer.Refused(Problem problem) ->
                    new Choice(new PlanReply.Refuse(problem), Set.of());
            case PlanAnswer.NotRunnable(Plan plan, List<TransformationProgram> missing) ->
                    notRunnable(context, plan, noWorker(missing));
            case PlanAnswer.Found(Plan plan) -> found(context, avoid, plan);
        };
    }

    private PlanAnswer best(PlanContext context, Set<UnitId> avoid) {
        Set<String> live = workforce.runnable();
        if (live.containsAll(context.own())) {
            return ask(context, avoid, live);
        }
        Set<String> all = new HashSet<>(live);
        all.addAll(context.own());
        return ask(context, avoid, Set.copyOf(all));
    }

    private PlanAnswer ask(PlanContext context, Set<UnitId> avoid, Set<String> runnable) {
        return planner.plan(
                PlanQuestion.of(context.object(), context.remainingGoal())
                        .avoiding(avoid)
                        .runnable(RunnablePrograms.of(runnable)));
    }

    private Choice found(PlanContext context, Set<UnitId> avoid, Plan best) {
        PlanAnswer own = ask(context, avoid, context.own());
        if (own instanceof PlanAnswer.Found(Plan plan)
                && plan.cost().total() <= best.cost().total()) {
            return new Choice(new PlanReply.Run(plan), Set.of());
        }
        Problem elsewhere =
                new Problem(
                        ErrorCode.NO_WORKER,
                        "this worker does not offer " + String.join(", ", programs(best)),
                        "another worker does");
        return new Choice(new PlanReply.GiveBack(elsewhere), programs(best));
    }

    private static Choice notRunnable(PlanContext context, Plan plan, Problem problem) {
        return context.missing() == MissingWorker.REFUSE
                ? new Choice(new PlanReply.Refuse(problem), Set.of())
                : new Choice(new PlanReply.GiveBack(problem), programs(plan));
    }

    /** Returns the ids of the programs that a plan needs. */
    static Set<String> programs(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.unit().program())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what is said when no live worker offers some programs. */
    public static Problem noWorker(List<TransformationProgram> missing) {
        String names =
                missing.stream().map(TransformationProgram::id).collect(Collectors.joining(", "));
        String packages =
                missing.stream()
                        .flatMap(program -> program.packages().stream())
                        .map(software -> software.location().replaceFirst("^apt:", ""))
                        .distinct()
                        .collect(Collectors.joining(" "));
        return new Problem(
                ErrorCode.NO_WORKER,
                "no worker offers " + names,
                packages.isEmpty() ? "start a worker that does" : "apt install " + packages);
    }
}
