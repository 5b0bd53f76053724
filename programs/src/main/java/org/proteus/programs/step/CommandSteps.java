package org.proteus.programs.step;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.programs.Command;
import org.proteus.programs.CommandProgram;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.process.LimitHit;
import org.proteus.programs.process.ProcessOutcome;
import org.proteus.programs.process.ProcessRequest;
import org.proteus.programs.process.ProcessRunner;

/** Runs programs that are outside commands. */
final class CommandSteps {

    private final ProcessRunner runner;

    CommandSteps(ProcessRunner runner) {
        this.runner = runner;
    }

    StepEnd run(CommandProgram program, Step step) throws InterruptedException {
        Command command = program.command(step.invocation());
        ProcessRequest request =
                new ProcessRequest(
                        command.arguments(),
                        command.environment(),
                        step.invocation().scratch(),
                        List.of(step.invocation().output()),
                        step.limits().process());
        try {
            ProcessOutcome outcome = runner.run(request, listener(command, step.progress()));
            StepEnd end =
                    new StepEnd(
                            command.arguments(),
                            outcome.exitCode(),
                            outcome.lastWords(),
                            problem(outcome),
                            outcome.peakMemoryBytes());
            return end.problem().isPresent() ? end : moveProduced(command, step, end);
        } catch (IOException e) {
            return StepEnd.notStarted(command.arguments(), notStarted(e));
        }
    }

    private static StepEnd moveProduced(Command command, Step step, StepEnd end) {
        return command.produced()
                .flatMap(produced ->
                        OutputCheck.move(
                                produced,
                                step.invocation().scratch(),
                                step.invocation().output(),
                                step.limits().outputBytes()))
                .map(end::failed)
                .orElse(end);
    }

    private static Predicate<String> listener(Command command, ProgressListener progress) {
        return line -> {
            Optional<Command.Step> read = command.progress().apply(line);
            read.ifPresent(s -> progress.progress(s.done(), s.total(), s.measure()));
            return read.isPresent();
        };
    }

    private static Optional<Problem> problem(ProcessOutcome outcome) {
        if (outcome.hit().isPresent()) {
            LimitHit hit = outcome.hit().get();
            return Optional.of(Problem.of(ErrorCode.LIMIT_EXCEEDED, hit.text()));
        }
        if (outcome.exitCode() == 0) {
            return Optional.empty();
        }
        String how =
                outcome.signal()
                        .map(signal -> "it was ended by " + signal)
                        .orElse("it ended with exit code " + outcome.exitCode());
        return Optional.of(Problem.of(ErrorCode.PROGRAM_FAILED, how));
    }

    private static Problem notStarted(IOException e) {
        return new Problem(
                ErrorCode.NO_WORKER,
                "it cannot be started: " + e.getMessage(),
                "install it on the worker");
    }
}
