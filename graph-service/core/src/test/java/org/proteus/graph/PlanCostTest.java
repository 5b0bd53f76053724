package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.proteus.graph.Planned.ask;
import static org.proteus.graph.Planned.found;
import static org.proteus.graph.Planned.units;
import static org.proteus.graph.TestProgram.program;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.UnitId;

class PlanCostTest {

    private static final UnitId QUICK = new UnitId("p", "a");
    private static final UnitId OTHER = new UnitId("p", "b");

    private final LearnedStatistics statistics = new LearnedStatistics();

    /** Two units that do the same; by name the first is chosen. */
    private final GraphPlanner planner =
            Planned.by(
                    statistics,
                    program("p")
                            .lossy("a", "image/tiff", "image/png")
                            .lossy("b", "image/tiff", "image/png"));

    @Test
    void aStepOfASecondThatSeldomFailsCostsAPoint() {
        PlanCost cost = found(planner, ask("image/tiff", "image/png")).cost();
        assertThat(cost.time() + cost.risk()).isEqualTo(1, within(1e-9));
        assertThat(cost.loss()).isEqualTo(4);
        assertThat(cost.total()).isEqualTo(cost.loss() + cost.time() + cost.risk() + cost.fit());
    }

    @Test
    void theSlowerUnitIsLeftAndTheReasonNamesTheTimes() {
        run(QUICK, 30, 20.0, true);
        run(OTHER, 30, 0.2, true);
        Plan plan = found(planner, ask("image/tiff", "image/png"));
        assertThat(plan.units()).containsExactly(OTHER);
        assertThat(plan.alternatives().getFirst().reason()).startsWith("slower: about 1");
    }

    @Test
    void theUnitThatFailsIsLeft() {
        run(QUICK, 10, 1.0, false);
        Plan plan = found(planner, ask("image/tiff", "image/png"));
        assertThat(plan.units()).containsExactly(OTHER);
        assertThat(plan.alternatives().getFirst().reason()).isEqualTo("fails more often");
    }

    @Test
    void theUnitThatWasMeasuredToKeepMoreIsTaken() {
        statistics.measured(QUICK, 0.90);
        statistics.measured(OTHER, 0.97);
        Plan plan = found(planner, ask("image/tiff", "image/png"));
        assertThat(plan.units()).containsExactly(OTHER);
        assertThat(plan.alternatives().getFirst().reason()).isEqualTo("loses more on the way");
    }

    @Test
    void whatWasLearnedOnLargeObjectsIsForLargeObjects() {
        statistics.observe(new UnitRun(QUICK, 100 << 20, 20, true));
        statistics.observe(new UnitRun(QUICK, 1000, 0.1, true));
        assertThat(units(planner, sized(1000))).isEqualTo("p/a");
        assertThat(units(planner, sized(100 << 20))).isEqualTo("p/b");
    }

    @Property(tries = 200)
    void noTimeOutweighsALossyStep(
            @ForAll @DoubleRange(min = 0, max = 1e6) double seconds,
            @ForAll @IntRange(min = 1, max = 60) int runs) {
        LearnedStatistics learned = new LearnedStatistics();
        GraphPlanner two =
                Planned.by(
                        learned,
                        program("p")
                                .lossless("a", "image/tiff", "image/png")
                                .lossy("b", "image/tiff", "image/png"));
        for (int i = 0; i < runs; i++) {
            learned.observe(new UnitRun(QUICK, 1000, seconds, true));
            learned.observe(new UnitRun(OTHER, 1000, 0, true));
        }
        assertThat(units(two, ask("image/tiff", "image/png"))).isEqualTo("p/a");
    }

    @Property(tries = 200)
    void nothingOutweighsTheStructure(
            @ForAll @DoubleRange(min = 0, max = 1) double fidelity,
            @ForAll @DoubleRange(min = 0, max = 1e6) double seconds) {
        LearnedStatistics learned = new LearnedStatistics();
        GraphPlanner two =
                Planned.by(
                        learned,
                        program("p")
                                .lossy("a", "application/pdf", "text/html")
                                .losing("b", "application/pdf", "text/html"));
        learned.measured(QUICK, fidelity);
        learned.measured(OTHER, 1);
        for (int i = 0; i < 60; i++) {
            learned.observe(new UnitRun(QUICK, 1000, seconds, i % 20 == 0));
        }
        assertThat(units(two, ask("application/pdf", "text/html"))).isEqualTo("p/a");
    }

    private static PlanQuestion sized(long bytes) {
        PlanQuestion plain = ask("image/tiff", "image/png");
        return PlanQuestion.of(plain.object().withSize(bytes), plain.goal());
    }

    private void run(UnitId unit, int times, double seconds, boolean succeeded) {
        for (int i = 0; i < times; i++) {
            statistics.observe(new UnitRun(unit, 500_000, seconds, succeeded));
        }
    }
}
