package org.proteus.cli.command;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.proteus.cli.backend.Answers;
import org.proteus.cli.output.PlanText;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains how an object would be transformed. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Shows how a file or a type would become another type, and why that way.")
public final class PlanCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description = "A file, a content type or an extension.")
    private String source;

    @Parameters(
            index = "1",
            paramLabel = "TARGET",
            description = "A content type, an extension or a file name.")
    private String target;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Option that a step must honour, for example width=640.")
    private Map<String, String> options = Map.of();

    @Option(
            names = "--alternatives",
            paramLabel = "K",
            description = "How many other ways to name at most (default: ${DEFAULT-VALUE}).")
    private int alternatives = PlanQuestion.SOME_ALTERNATIVES;

    @Mixin private RulesOptions rules;
    @Mixin private ServerOptions server;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() {
        try (Answers backend = Backends.answers(server.server())) {
            ContentType to = backend.catalogue().resolveType(target);
            PlanObject object = SourceObjects.of(source, backend.catalogue());
            PlanGoal goal = new PlanGoal(to, options, rules.rules());
            return print(backend.catalogue().plan(object, goal, alternatives));
        }
    }

    private int print(PlanAnswer answer) {
        return switch (answer) {
            case PlanAnswer.Found found -> {
                if (output.json()) {
                    output.printer().json(found.plan());
                } else {
                    PlanText.print(found.plan(), output.printer());
                }
                yield ExitCodes.DONE;
            }
            case PlanAnswer.NotRunnable blocked -> {
                if (output.json()) {
                    output.printer().json(blocked.plan());
                } else {
                    PlanText.print(blocked.plan(), output.printer());
                }
                output.printer().problem(missing(blocked));
                yield ExitCodes.COULD_NOT_RUN;
            }
            case PlanAnswer.Refused refused -> throw new ProteusException(refused.problem());
        };
    }

    private static Problem missing(PlanAnswer.NotRunnable blocked) {
        String programs =
                blocked.missing().stream()
                        .map(TransformationProgram::id)
                        .collect(Collectors.joining(", "));
        String packages =
                blocked.missing().stream()
                        .flatMap(program -> program.packages().stream())
                        .map(SoftwarePackage::id)
                        .distinct()
                        .collect(Collectors.joining(" "));
        return new Problem(
                ErrorCode.NO_WORKER,
                "no worker offers " + programs,
                packages.isEmpty() ? "" : "apt install " + packages);
    }
}
