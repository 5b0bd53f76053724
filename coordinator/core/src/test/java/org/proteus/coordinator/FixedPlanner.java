package org.proteus.coordinator;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.graph.Explanation;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.Planner;
import org.proteus.graph.RunnablePrograms;
import org.proteus.graph.UnitFilter;
import org.proteus.graph.UnitView;

/** Plans over programs of one step each: {@code one} and {@code two}, text to PNG. */
final class FixedPlanner implements Planner {

    static final ContentType TEXT = ContentType.of("text", "plain");
    static final ContentType PNG = ContentType.of("image", "png");

    static final TransformationProgram ONE = program("one");
    static final TransformationProgram TWO = program("two");

    static List<TransformationProgram> programs() {
        return List.of(ONE, TWO);
    }

    private static TransformationProgram program(String id) {
        Function<ContentType, TypePattern> pattern = type -> new TypePattern(type, List.of());
        return new TransformationProgram(
                id,
                "1.0",
                "draws text",
                List.of(new SoftwarePackage("lib" + id, "apt:lib" + id)),
                Optional.of("test." + id),
                List.of(),
                List.of(
                        new TransformationUnit(
                                "draw",
                                List.of(pattern.apply(TEXT)),
                                pattern.apply(PNG),
                                List.of(),
                                List.of(),
                                UnitLimits.NONE,
                                LossClass.LOSSY,
                                0,
                                List.of(),
                                List.of())),
                false,
                "sum-" + id);
    }

    @Override
    public PlanAnswer plan(PlanQuestion question) {
        if (question.object().type().equals(question.goal().target())) {
            return new PlanAnswer.Found(plan(question, List.of()));
        }
        if (!question.object().type().equals(TEXT) || !question.goal().target().equals(PNG)) {
            return new PlanAnswer.Refused(
                    Problem.of(ErrorCode.NO_PATH, "no way from " + question.object().type()));
        }
        List<TransformationProgram> legal =
                Stream.of(ONE, TWO)
                        .filter(p -> !question.avoid().contains(new UnitId(p.id(), "draw")))
                        .toList();
        if (legal.isEmpty()) {
            return new PlanAnswer.Refused(Problem.of(ErrorCode.NO_PATH, "every way is avoided"));
        }
        return legal.stream()
                .filter(p -> question.runnable().contains(RunnablePrograms.name(p)))
                .findFirst()
                .<PlanAnswer>map(p -> new PlanAnswer.Found(plan(question, List.of(p))))
                .orElseGet(() ->
                        new PlanAnswer.NotRunnable(
                                plan(question, List.of(legal.getFirst())),
                                List.of(legal.getFirst())));
    }

    private static Plan plan(PlanQuestion question, List<TransformationProgram> programs) {
        List<PlanStep> steps =
                programs.stream()
                        .map(p ->
                                new PlanStep(
                                        new UnitId(p.id(), "draw"),
                                        p.version(),
                                        p.checksum(),
                                        p.entryClass().orElseThrow(),
                                        question.object().type(),
                                        List.of(),
                                        question.goal().target(),
                                        new TreeMap<>(question.goal().options()),
                                        UnitLimits.NONE,
                                        true))
                        .toList();
        return new Plan(
                question.object().type(),
                question.goal().target(),
                steps.stream().map(PlanStep::unit).toList(),
                steps,
                PlanCost.of(0, steps.size(), 0, 0),
                "fixed",
                List.of());
    }

    @Override
    public List<ContentType> sources(ContentType target) {
        return target.equals(PNG) ? List.of(TEXT) : List.of();
    }

    @Override
    public List<ContentType> targets(ContentType source) {
        return source.equals(TEXT) ? List.of(PNG) : List.of();
    }

    @Override
    public Explanation why(PlanQuestion question, String name) {
        return new Explanation(name, true, "it is the only one", "", Optional.empty());
    }

    @Override
    public List<UnitView> units(UnitFilter filter, RunnablePrograms runnable) {
        return List.of();
    }
}
