package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanRules;

/** Asks planners in few words. */
final class Planned {

    private Planned() {}

    static GraphPlanner by(TestProgram... programs) {
        return by(UnitStatistics.NONE, programs);
    }

    static GraphPlanner by(UnitStatistics statistics, TestProgram... programs) {
        return new GraphPlanner(
                new ProgramRegistry(Stream.of(programs).map(TestProgram::build).toList()),
                statistics);
    }

    static PlanQuestion ask(String source, String target) {
        return PlanQuestion.of(ContentType.parse(source), ContentType.parse(target));
    }

    static PlanQuestion ask(String source, String target, PlanRules rules) {
        return PlanQuestion.of(
                PlanObject.of(ContentType.parse(source)),
                PlanGoal.of(ContentType.parse(target)).withRules(rules));
    }

    static PlanRules pin(String... names) {
        return new PlanRules(List.of(names), List.of(), false, Matching.BEST);
    }

    static PlanRules forbid(String... names) {
        return new PlanRules(List.of(), List.of(names), false, Matching.BEST);
    }

    static Plan found(GraphPlanner planner, PlanQuestion question) {
        PlanAnswer answer = planner.plan(question);
        assertThat(answer).isInstanceOf(PlanAnswer.Found.class);
        return ((PlanAnswer.Found) answer).plan();
    }

    static Problem refused(GraphPlanner planner, PlanQuestion question) {
        PlanAnswer answer = planner.plan(question);
        assertThat(answer).isInstanceOf(PlanAnswer.Refused.class);
        return ((PlanAnswer.Refused) answer).problem();
    }

    /** Returns the units that were chosen, joined by blanks. */
    static String units(GraphPlanner planner, PlanQuestion question) {
        return text(found(planner, question).units());
    }

    static List<String> alternatives(GraphPlanner planner, PlanQuestion question) {
        return found(planner, question).alternatives().stream()
                .map(PlanAlternative::units)
                .map(Planned::text)
                .toList();
    }

    private static String text(List<?> units) {
        return String.join(" ", units.stream().map(Object::toString).toList());
    }
}
