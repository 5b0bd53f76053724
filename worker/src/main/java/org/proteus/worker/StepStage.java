package org.proteus.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.programs.Invocation;
import org.proteus.programs.StepRunner;

/** Runs one step in the task's own folder, and keeps what is needed of it. Thread-safe. */
final class StepStage {

    private final StepRunner runner;
    private final WorkFolder folder;

    StepStage(StepRunner runner, WorkFolder folder) {
        this.runner = runner;
        this.folder = folder;
    }

    /**
     * What a step left.
     *
     * @param holding what is held now: its output; what was held before if it failed
     * @param problem why it failed
     */
    record Outcome(Holding holding, Optional<Problem> problem) {}

    /** Runs a step; its inputs are deleted once it has succeeded. */
    Outcome run(TaskContext context, PlanStep step, Holding before) throws Exception {
        try {
            int number = context.notes().stepCount() + 1;
            Holding held = before.inFiles(step, context.scratch());
            List<Invocation.Input> inputs = inputs(context, step, held);
            Path output =
                    context.scratch().file("step" + number, TypeNames.extension(step.target()));
            Path own = context.scratch().folder("own" + number);
            Invocation invocation =
                    new Invocation(
                            step.unit().unit(),
                            inputs,
                            step.target(),
                            step.parameters(),
                            output,
                            own);
            Optional<Problem> problem = ran(context, step, invocation);
            if (problem.isPresent()) {
                return new Outcome(held, problem);
            }
            for (Invocation.Input input : inputs) {
                Files.delete(input.file());
            }
            return new Outcome(held.after(step, new LocalObject.InFile(output)), problem);
        } catch (IOException failed) {
            throw Failures.local(failed);
        }
    }

    private static List<Invocation.Input> inputs(TaskContext context, PlanStep step, Holding held)
            throws IOException {
        List<Invocation.Input> inputs = new ArrayList<>();
        Path object = held.object().file(context.scratch(), TypeNames.extension(held.type()));
        inputs.add(new Invocation.Input(object, held.type(), context.lease().name()));
        if (Holding.uses(step)) {
            for (HeldPartner partner : held.partners()) {
                inputs.add(partner.input(context.scratch()));
            }
        }
        return inputs;
    }

    private Optional<Problem> ran(TaskContext context, PlanStep step, Invocation invocation)
            throws Exception {
        String stage = step.unit().toString();
        context.task().progress(stage, 0, 0, "bytes");
        StepRecord result =
                runner.run(
                        step,
                        invocation,
                        (done, total, measure) ->
                                context.task().progress(stage, done, total, measure));
        context.notes().ran(result);
        context.notes().sized(context.task().size());
        context.task().check();
        if (!result.succeeded() && folder.isFull()) {
            // A tool that could not write says all sorts of things; another plan would not help.
            throw TaskEndedException.failed(Failures.diskFull("in the worker's work folder"), null);
        }
        return result.problem();
    }
}
