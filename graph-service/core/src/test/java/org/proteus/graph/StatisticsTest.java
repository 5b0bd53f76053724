package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;

/** Estimates follow experience, and whatever was learned, costs keep their order. */
class StatisticsTest {

    private static final ContentType A = ContentType.of("test", "a");
    private static final ContentType B = ContentType.of("test", "b");
    private static final ContentType C = ContentType.of("test", "c");
    private static final UnitId AB = new UnitId("p", "ab");
    private static final int ENOUGH = 400;

    @Property(tries = 100)
    void comesToWhatRunsShow(
            @ForAll @DoubleRange(min = 0.01, max = 900) double before,
            @ForAll @DoubleRange(min = 0.01, max = 900) double after,
            @ForAll @IntRange(min = 2, max = 20) int oneFailsIn) {
        LearnedStatistics statistics = new LearnedStatistics();
        for (int i = 0; i < ENOUGH; i++) {
            statistics.observe(new UnitRun(AB, 1000, before, false));
        }
        for (int i = 0; i < ENOUGH; i++) {
            statistics.observe(new UnitRun(AB, 1000, after, i % oneFailsIn != 0));
        }

        UnitEstimate estimate = statistics.estimate(AB, SizeClass.TINY).orElseThrow();
        assertThat(estimate.seconds() / after).isBetween(1 / 1.26, 1.26);
        assertThat(estimate.failureRate()).isCloseTo(1.0 / oneFailsIn, within(0.1));
        assertThat(estimate.runs()).isBetween(35.0, 51.0);
    }

    @Property(tries = 200)
    void neverPrefersLostStructureForTime(
            @ForAll @DoubleRange(min = 0, max = 604_800) double slow,
            @ForAll @IntRange(min = 0, max = 300) int runs,
            @ForAll @DoubleRange(min = 0, max = 1) double fidelity) {
        LearnedStatistics statistics = new LearnedStatistics();
        for (int i = 0; i < runs; i++) {
            statistics.observe(new UnitRun(AB, 1000, slow, true));
            statistics.observe(new UnitRun(new UnitId("p", "bc"), 1000, slow, true));
        }
        statistics.measured(AB, fidelity);
        Plan plan =
                plan(
                        statistics,
                        unit("ab", A, B, LossClass.LOSSY),
                        unit("bc", B, C, LossClass.LOSSY),
                        unit("ac", A, C, LossClass.STRUCTURE_LOST));

        assertThat(plan.steps()).hasSize(2);
    }

    @Property(tries = 200)
    void neverPrefersALossyStepForTime(@ForAll @DoubleRange(min = 0, max = 604_800) double slow) {
        LearnedStatistics statistics = new LearnedStatistics();
        for (int i = 0; i < ENOUGH; i++) {
            statistics.observe(new UnitRun(new UnitId("p", "slow"), 1000, slow, true));
            statistics.observe(new UnitRun(new UnitId("p", "fast"), 1000, 0, true));
        }
        Plan plan =
                plan(
                        statistics,
                        unit("slow", A, C, LossClass.LOSSLESS),
                        unit("fast", A, C, LossClass.LOSSY));

        assertThat(plan.units()).containsExactly(new UnitId("p", "slow"));
    }

    @Property(tries = 200)
    void prefersWhatWasMeasuredToKeepMore(
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double two) {
        LearnedStatistics statistics = new LearnedStatistics();
        statistics.measured(new UnitId("p", "one"), one);
        statistics.measured(new UnitId("p", "two"), two);
        Plan plan =
                plan(
                        statistics,
                        unit("one", A, C, LossClass.LOSSY),
                        unit("two", A, C, LossClass.LOSSY));

        if (Math.abs(one - two) > 0.001) {
            assertThat(plan.units()).containsExactly(new UnitId("p", one > two ? "one" : "two"));
        }
    }

    private static Plan plan(UnitStatistics statistics, TransformationUnit... units) {
        TransformationProgram program =
                new TransformationProgram(
                        "p",
                        "1",
                        "",
                        List.of(),
                        Optional.of("x.Y"),
                        List.of(),
                        List.of(units),
                        false,
                        "sum");
        PlanAnswer answer =
                new GraphPlanner(new ProgramRegistry(List.of(program)), statistics)
                        .plan(PlanQuestion.of(A, C));
        return ((PlanAnswer.Found) answer).plan();
    }

    private static TransformationUnit unit(
            String id, ContentType source, ContentType target, LossClass loss) {
        return new TransformationUnit(
                id,
                List.of(new TypePattern(source, List.of())),
                new TypePattern(target, List.of()),
                List.of(),
                List.of(),
                UnitLimits.NONE,
                loss,
                0,
                List.of(),
                List.of());
    }
}
