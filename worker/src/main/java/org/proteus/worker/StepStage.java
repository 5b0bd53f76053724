package org.proteus.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.ContentType;
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
     * @param output its output; the input if it failed
     * @param problem why it failed
     */
    record Outcome(LocalObject output, Optional<Problem> problem) {}

    /** Runs a step; its input is deleted once it has succeeded. */
    Outcome run(TaskContext context, PlanStep step, LocalObject object, ContentType type)
            throws Exception {
        try {
            int number = context.notes().stepCount() + 1;
            Path input = object.file(context.scratch(), TypeNames.extension(type));
            LocalObject kept = new LocalObject.InFile(input);
            Path output =
                    context.scratch().file("step" + number, TypeNames.extension(step.target()));
            Path own = context.scratch().folder("own" + number);
            Invocation invocation =
                    new Invocation(
                            step.unit().unit(),
                            List.of(new Invocation.Input(input, type, context.lease().name())),
                            step.target(),
                            step.parameters(),
                            output,
                            own);
            Optional<Problem> problem = ran(context, step, invocation);
            if (problem.isPresent()) {
                return new Outcome(kept, problem);
            }
            Files.delete(input);
            return new Outcome(new LocalObject.InFile(output), problem);
        } catch (IOException failed) {
            throw Failures.local(failed);
        }
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
        context.task().check();
        if (!result.succeeded() && folder.isFull()) {
            // A tool that could not write says all sorts of things; another plan would not help.
            throw TaskEndedException.failed(Failures.diskFull("in the worker's work folder"), null);
        }
        return result.problem();
    }
}
