package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.UnitId;

/** The planner beside a search that simply tries everything, on small random graphs. */
class ExhaustiveSearchTest {

    private static final List<String> TYPES =
            List.of("image/png", "image/gif", "application/pdf", "text/html", "video/mp4");
    private static final int LONGEST = 7;
    private static final Map<LossClass, Integer> LOSS =
            Map.of(LossClass.LOSSLESS, 0, LossClass.LOSSY, 4000, LossClass.STRUCTURE_LOST, 100_000);

    /** What a unit says of the width of its result. */
    enum Width {
        SILENT(""),
        OPEN("; width=\"?*\""),
        FIVE("; width=5");

        private final String text;

        Width(String text) {
            this.text = text;
        }
    }

    record Unit(String source, String target, LossClass loss, Width width) {

        boolean takes(String type) {
            return source.equals(type) || source.equals("*/*") || isFamily(type);
        }

        boolean isFamily(String type) {
            return source.endsWith("/*") && type.startsWith(source.replace("*", ""));
        }

        int cost(String type) {
            int loss = LOSS.get(this.loss) + (target.equals("image/gif") ? encoded() : 0);
            int general = source.equals(type) ? 0 : source.equals("*/*") ? 4600 : 300;
            return 1000 + loss + general;
        }

        private int encoded() {
            return switch (loss) {
                case LOSSLESS -> 0;
                case LOSSY -> 400;
                case STRUCTURE_LOST -> 4000;
            };
        }

        boolean sets(String width) {
            return this.width == Width.OPEN || (this.width == Width.FIVE && width.equals("5"));
        }

        static String top(String type) {
            return type.substring(0, type.indexOf('/'));
        }
    }

    record Question(String from, String to, Optional<String> width) {}

    @Property(tries = 500)
    void noWayIsCheaperThanThePlan(
            @ForAll("units") List<Unit> units, @ForAll("questions") Question question) {
        PlanAnswer answer = answer(units, question, 3);
        OptionalInt cheapest = cheapest(units, question);
        if (cheapest.isEmpty()) {
            assertThat(answer).isInstanceOf(PlanAnswer.Refused.class);
            return;
        }
        assertThat(answer).isInstanceOf(PlanAnswer.Found.class);
        Plan plan = ((PlanAnswer.Found) answer).plan();
        assertThat(Math.round(plan.cost().total() * 1000)).isEqualTo(cheapest.getAsInt());
        assertThat(plan.alternatives())
                .allSatisfy(other ->
                        assertThat(other.cost().total())
                                .isGreaterThanOrEqualTo(plan.cost().total()))
                .extracting(other -> other.units())
                .doesNotHaveDuplicates()
                .doesNotContain(plan.steps().stream().map(step -> step.unit()).toList());
    }

    @Property(tries = 200)
    void whatCanBeReachedIsWhatHasAPlan(
            @ForAll("units") List<Unit> units, @ForAll("questions") Question question) {
        Set<ContentType> targets =
                Set.copyOf(planner(units).targets(ContentType.parse(question.from)));
        for (String type : TYPES) {
            if (!type.equals(question.from)) {
                Question plain = new Question(question.from, type, Optional.empty());
                assertThat(targets.contains(ContentType.parse(type)))
                        .isEqualTo(answer(units, plain, 0) instanceof PlanAnswer.Found);
            }
        }
    }

    @Property(tries = 200)
    void withoutItsUnitsAPlanIsNeverCheaper(
            @ForAll("units") List<Unit> units, @ForAll("questions") Question question) {
        if (answer(units, question, 0) instanceof PlanAnswer.Found(Plan plan)
                && !plan.isPassThrough()) {
            UnitId avoided = plan.steps().getFirst().unit();
            PlanQuestion asked = question(question, 0, Set.of(avoided));
            if (planner(units).plan(asked) instanceof PlanAnswer.Found(Plan second)) {
                assertThat(second.cost().total()).isGreaterThanOrEqualTo(plan.cost().total());
                assertThat(second.steps()).noneMatch(step -> step.unit().equals(avoided));
            }
        }
    }

    private static OptionalInt cheapest(List<Unit> units, Question question) {
        if (question.width.isEmpty()) {
            return tryAll(units, question, question.from, false, true, 0, List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .min();
        }
        Question plain = new Question(question.from, question.to, Optional.empty());
        OptionalInt unasked = cheapest(units, plain);
        boolean keeps = unasked.isPresent() && unasked.getAsInt() < 100_000;
        List<Unit> usable =
                units.stream()
                        .filter(unit -> !keeps || unit.loss != LossClass.STRUCTURE_LOST)
                        .toList();
        return unasked.isEmpty()
                ? unasked
                : tryAll(usable, question, question.from, false, false, 0, List.of()).stream()
                        .mapToInt(Integer::intValue)
                        .min();
    }

    /** Returns the cost of every way that does not come back to where it was for nothing. */
    private static List<Integer> tryAll(
            List<Unit> units,
            Question question,
            String type,
            boolean lost,
            boolean wide,
            int cost,
            List<String> been) {
        List<Integer> costs = new ArrayList<>();
        if (type.equals(question.to) && wide) {
            return List.of(cost);
        }
        if (been.size() >= LONGEST) {
            return costs;
        }
        for (Unit unit : units) {
            boolean sensible =
                    !lost
                            || unit.loss == LossClass.LOSSLESS
                            || Unit.top(type).equals(Unit.top(unit.target));
            boolean first = been.isEmpty() || !unit.source.equals("*/*");
            if (!unit.takes(type) || !sensible || !first) {
                continue;
            }
            boolean kept = wide && type.equals(unit.target) && unit.width == Width.SILENT;
            boolean after =
                    question.width.isEmpty() || kept || unit.sets(question.width.orElse(""));
            String here = type + (wide ? "+" : "-");
            String there = unit.target + (after ? "+" : "-");
            if (there.equals(here) || been.contains(there)) {
                continue;
            }
            List<String> further = new ArrayList<>(been);
            further.add(here);
            costs.addAll(
                    tryAll(
                            units,
                            question,
                            unit.target,
                            lost || unit.loss == LossClass.STRUCTURE_LOST,
                            after,
                            cost + unit.cost(type),
                            further));
        }
        return costs;
    }

    private static PlanAnswer answer(List<Unit> units, Question question, int alternatives) {
        return planner(units).plan(question(question, alternatives, Set.of()));
    }

    private static PlanQuestion question(Question question, int alternatives, Set<UnitId> avoid) {
        ContentType to = ContentType.parse(question.to);
        return PlanQuestion.of(
                        ContentType.parse(question.from),
                        question.width.map(w -> to.withParameters(Map.of("width", w))).orElse(to))
                .avoiding(avoid)
                .alternatives(alternatives);
    }

    private static GraphPlanner planner(List<Unit> units) {
        TestProgram program = TestProgram.program("p");
        IntStream.range(0, units.size())
                .forEach(i -> {
                    Unit unit = units.get(i);
                    String target = unit.target + unit.width.text;
                    program.unit("u" + i, unit.source, target, unit.loss, List.of());
                });
        return new GraphPlanner(new ProgramRegistry(List.of(program.build())), UnitStatistics.NONE);
    }

    @Provide
    Arbitrary<List<Unit>> units() {
        List<String> sources = new ArrayList<>(TYPES);
        sources.addAll(List.of("image/*", "*/*"));
        return Combinators.combine(
                        Arbitraries.of(sources),
                        Arbitraries.of(TYPES),
                        Arbitraries.of(LossClass.class),
                        Arbitraries.of(Width.class))
                .as(Unit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Question> questions() {
        return Combinators.combine(
                        Arbitraries.of(TYPES),
                        Arbitraries.of(TYPES),
                        Arbitraries.of("5", "7").optional())
                .as(Question::new);
    }
}
