package org.proteus.programs.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.programs.HostedProgram;
import org.proteus.programs.host.HostKind;
import org.proteus.programs.host.HostOutcome;
import org.proteus.programs.host.HostPool;

/** Runs programs that are classes, each in a host. */
final class HostedSteps {

    /** The rest is for the JVM itself: code, threads, buffers. */
    private static final double HEAP_SHARE = 0.75;

    /** Plans carry no namespace yet, so all runs share one. */
    private static final String NAMESPACE = "default";

    private final HostPool hosts;

    HostedSteps(HostPool hosts) {
        this.hosts = hosts;
    }

    StepEnd run(HostedProgram program, Step step) throws InterruptedException {
        long heap = (long) (step.limits().memoryBytes() * HEAP_SHARE);
        HostKind kind = HostKind.of(program, heap, NAMESPACE);
        List<String> arguments = arguments(program, step);
        try {
            HostOutcome outcome =
                    hosts.run(kind, step.invocation(), step.limits().process(), step.progress());
            return new StepEnd(
                    arguments,
                    outcome.exitCode().orElse(StepEnd.NO_EXIT_CODE),
                    outcome.lastWords(),
                    outcome.problem(),
                    outcome.peakMemory());
        } catch (IOException e) {
            Problem problem =
                    Problem.of(
                            ErrorCode.UNAVAILABLE,
                            "no program host could be started: " + e.getMessage());
            return StepEnd.notStarted(arguments, problem);
        }
    }

    private static List<String> arguments(HostedProgram program, Step step) {
        List<String> arguments = new ArrayList<>();
        arguments.add(program.getClass().getName());
        arguments.add(step.plan().unit().unit());
        step.plan().parameters().forEach((name, value) -> arguments.add(name + "=" + value));
        return arguments;
    }
}
