package org.proteus.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.cli.backend.Answers;
import org.proteus.cli.drawing.PlanDrawing;
import org.proteus.cli.output.ExplanationText;
import org.proteus.cli.output.PlanText;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.Catalogue;
import org.proteus.graph.Explanation;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;
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
            names = "--with",
            paramLabel = "SOURCE",
            description = {
                "A further file or type that goes into the same result, for example the sound of",
                "a film; repeatable, in order."
            })
    private List<String> partners = List.of();

    @Option(
            names = "--alternatives",
            paramLabel = "K",
            description = "How many other ways to name at most (default: ${DEFAULT-VALUE}).")
    private int alternatives = PlanQuestion.SOME_ALTERNATIVES;

    @Option(
            names = "--why",
            paramLabel = "NAME",
            description = "Tell why a program, a unit, a type or a plan is not what is chosen.")
    private String why;

    @Mixin private RulesOptions rules;
    @Mixin private ServerOptions server;
    @Mixin private OutputOptions output;
    @Mixin private DrawingOptions drawing;

    @Override
    public Integer call() {
        try (Answers backend = Backends.answers(server.server())) {
            Catalogue catalogue = backend.catalogue();
            ContentType to = catalogue.resolveType(target);
            PlanObject object = SourceObjects.of(source, catalogue).withPartners(types(catalogue));
            PlanGoal goal = new PlanGoal(to, options, rules.rules());
            if (why != null) {
                return explain(catalogue.why(object, goal, why));
            }
            return switch (catalogue.plan(object, goal, alternatives)) {
                case PlanAnswer.Found found -> {
                    print(found.plan(), object, catalogue);
                    yield ExitCodes.DONE;
                }
                case PlanAnswer.NotRunnable blocked -> {
                    print(blocked.plan(), object, catalogue);
                    output.printer().problem(missing(blocked));
                    yield ExitCodes.COULD_NOT_RUN;
                }
                case PlanAnswer.Refused refused -> throw new ProteusException(refused.problem());
            };
        }
    }

    private List<ContentType> types(Catalogue catalogue) {
        return partners.stream()
                .map(partner -> SourceObjects.of(partner, catalogue).type())
                .toList();
    }

    private int explain(Explanation explanation) {
        if (output.json()) {
            output.printer().json(explanation);
        } else {
            ExplanationText.print(explanation, output.printer());
        }
        return ExitCodes.DONE;
    }

    private void print(Plan plan, PlanObject object, Catalogue catalogue) {
        if (output.json()) {
            output.printer().json(plan);
            return;
        }
        List<UnitView> units = units(plan, object, catalogue);
        Optional<String> picture = drawing.draw(() -> new PlanDrawing(units).dot(plan));
        if (picture.isPresent()) {
            output.printer().line(picture.get());
        } else {
            new PlanText(units).print(plan, output.printer());
        }
    }

    /** Returns what is known of the units of a plan and of its alternatives. */
    private static List<UnitView> units(Plan plan, PlanObject object, Catalogue catalogue) {
        Stream<UnitId> chosen =
                Stream.concat(plan.units().stream(), plan.steps().stream().map(PlanStep::unit));
        return Stream.concat(
                        chosen,
                        plan.alternatives().stream().flatMap(other -> other.units().stream()))
                .map(UnitId::program)
                .distinct()
                .flatMap(id -> catalogue.units(UnitFilter.ofProgram(id, object.size())).stream())
                .toList();
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
