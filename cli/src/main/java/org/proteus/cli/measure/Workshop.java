package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import org.proteus.library.Knowledge;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.StepRunner;

/** Plans and runs on this machine, as one-shot commands do. Thread-safe. */
final class Workshop {

    private final Knowledge knowledge;
    private final StepRunner runner;

    Workshop(Knowledge knowledge, StepRunner runner) {
        this.knowledge = knowledge;
        this.runner = runner;
    }

    /** Returns the plan for a sample that keeps to what is pinned; absent when there is none. */
    Optional<Plan> plan(Sample sample, ContentType target, int alternatives, String... pins)
            throws IOException {
        PlanRules rules = new PlanRules(List.of(pins), List.of(), false, Matching.BEST);
        PlanAnswer answer =
                knowledge
                        .planner()
                        .plan(
                                PlanQuestion.of(
                                                PlanObject.of(sample.type())
                                                        .withSize(Files.size(sample.file())),
                                                new PlanGoal(target, Map.of(), rules))
                                        .alternatives(alternatives));
        return answer instanceof PlanAnswer.Found(Plan plan) ? Optional.of(plan) : Optional.empty();
    }

    /**
     * What running a plan gave.
     *
     * @param result the result; absent when a step failed
     * @param reason why it failed; empty when it did not
     */
    record Made(Optional<Sample> result, String reason) {}

    /** Runs a plan in a folder of its own. */
    Made run(Plan plan, Sample sample, Path folder) throws IOException, InterruptedException {
        Sample at = sample;
        int number = 0;
        for (PlanStep step : plan.steps()) {
            number++;
            Path own = Files.createDirectory(folder.resolve("own" + number));
            String extension = TypeNames.extension(step.target());
            Path output = folder.resolve("step" + number + dotted(extension));
            Invocation invocation =
                    new Invocation(
                            step.unit().unit(),
                            List.of(new Invocation.Input(at.file(), at.type(), sample.name())),
                            step.target(),
                            step.parameters(),
                            output,
                            own);
            StepRecord record = runner.run(step, invocation, ProgressListener.NONE);
            if (!record.succeeded()) {
                return new Made(Optional.empty(), record.problem().orElseThrow().message());
            }
            at = new Sample(output, step.target());
        }
        return new Made(Optional.of(at), "");
    }

    /** Makes another type of a sample by one program; absent when it cannot. */
    Optional<Sample> convert(Sample sample, ContentType target, String program, Path folder)
            throws IOException, InterruptedException {
        Optional<Plan> plan = plan(sample, target, 0, "program:" + program);
        return plan.isEmpty() || plan.get().steps().size() > 1
                ? Optional.empty()
                : run(plan.get(), sample, folder).result();
    }

    static String dotted(String extension) {
        return extension.isEmpty() || extension.startsWith(".") ? extension : "." + extension;
    }
}
