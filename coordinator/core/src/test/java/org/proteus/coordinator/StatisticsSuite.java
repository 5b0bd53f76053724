package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.learning.DatabaseFigures;
import org.proteus.coordinator.learning.FiguresStore;
import org.proteus.coordinator.store.Database;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.graph.GraphPlanner;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.Planner;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.UnitRun;

/** Plans follow what workers report, over restarts and over several coordinators. */
abstract class StatisticsSuite extends CoordinatorSuite {

    static final UnitId ONE = new UnitId("one", "draw");
    static final UnitId TWO = new UnitId("two", "draw");
    private static final int RUNS = 20;

    private LearnedStatistics statistics = new LearnedStatistics();

    @Override
    LearnedStatistics statistics() {
        return statistics;
    }

    @Override
    Planner planner() {
        statistics = new LearnedStatistics();
        return new GraphPlanner(new ProgramRegistry(FixedPlanner.programs()), statistics);
    }

    @Test
    void choosesAnotherUnitWhenOneBecomesSlow() throws Exception {
        FakeWorker worker = worker("w1");
        assertThat(chosen(worker)).isEqualTo(ONE);
        worker.steps = StatisticsSuite::slowIfOne;
        work(worker, RUNS);

        assertThat(chosen(worker)).isEqualTo(TWO);
        assertThat(view(ONE).sizes().getFirst().meanSeconds()).isCloseTo(60, within(0.1));
    }

    @Test
    void choosesAnotherUnitWhenOneFailsOften() throws Exception {
        FakeWorker worker = worker("w1");
        failOften(worker, Optional.of(ErrorCode.PROGRAM_FAILED));

        assertThat(chosen(worker)).isEqualTo(TWO);
        assertThat(view(ONE).sizes().getFirst().failureRate()).isEqualTo(1);
    }

    @Test
    void blamesNoUnitForBrokenObjects() throws Exception {
        FakeWorker worker = worker("w1");
        failOften(worker, Optional.of(ErrorCode.BROKEN_OBJECT));
        failOften(worker, Optional.of(ErrorCode.ENCRYPTED_OBJECT));
        failOften(worker, Optional.empty());

        assertThat(coordinator.catalogue().statistics()).isEmpty();
        assertThat(chosen(worker)).isEqualTo(ONE);
    }

    @Test
    void remembersOverARestart() throws Exception {
        FakeWorker worker = worker("w1");
        worker.steps = StatisticsSuite::slowIfOne;
        work(worker, RUNS);
        List<UnitStatisticsView> before = coordinator.catalogue().statistics();

        reopen(settings);

        assertThat(coordinator.catalogue().statistics()).isEqualTo(before);
        assertThat(chosen(worker("w2"))).isEqualTo(TWO);
    }

    @Test
    void storesWhileItRuns() throws Exception {
        FakeWorker worker = worker("w1");
        worker.steps = plan -> List.of(ran(plan.steps().getFirst().unit(), 1000));
        work(worker, 1);
        coordinator.look();

        assertThat(beside(FiguresStore::read).figures()).hasSize(1);
    }

    @Test
    void addsToWhatAnotherCoordinatorLearned() throws Exception {
        FakeWorker worker = worker("w1");
        worker.steps = plan -> List.of(ran(plan.steps().getFirst().unit(), 1000));
        work(worker, 5);
        beside(store -> store.add(List.of(run(ONE, 1), run(ONE, 1), run(TWO, 3))));
        coordinator.look();

        assertThat(view(ONE).sizes().getFirst().runs()).isCloseTo(6.6, within(0.1));
        if (settings.databaseUrl().isPresent()) {
            assertThat(view(TWO).sizes().getFirst().meanSeconds()).isEqualTo(3);
        }
        assertThat(beside(FiguresStore::read).figures()).hasSize(2);
    }

    @Test
    void believesNothingThatCannotBe() throws Exception {
        FakeWorker worker = worker("w1");
        StepRecord good = ran(ONE, 1000);
        worker.steps =
                _ ->
                        List.of(
                                ran(ONE, -1),
                                ran(ONE, Long.MIN_VALUE),
                                ran(ONE, Long.MAX_VALUE),
                                FakeWorker.step(ONE, -7, 1, Optional.empty()),
                                ran(new UnitId("one", "nothing"), 1),
                                ran(new UnitId("nobody", "draw"), 1));
        work(worker, 1);
        worker.steps = _ -> Collections.nCopies(1000, good);
        work(worker, 1);
        coordinator.look();

        assertThat(coordinator.catalogue().statistics()).isEmpty();
        assertThat(beside(FiguresStore::read).figures()).isEmpty();
    }

    @Test
    void forgetsUnitsThatAreLongGone() {
        UnitId gone = new UnitId("gone", "draw");
        UnitId away = new UnitId("away", "draw");
        beside(store -> store.add(List.of(run(ONE, 1), run(gone, 1))));
        beside(store -> {
            store.measured(Map.of(gone, 0.5, ONE, 0.75));
            return true;
        });
        age();
        beside(store -> store.add(List.of(run(away, 1))));

        reopen(settings);

        FiguresStore.Stored stored = beside(FiguresStore::read);
        assertThat(stored.figures()).extracting(f -> f.unit()).containsExactly(away, ONE);
        assertThat(stored.fidelities()).containsOnlyKeys(ONE);
        assertThat(view(ONE).fidelity()).contains(0.75);
    }

    @Test
    void takesUpWhatOperatorsMeasure() throws Exception {
        FakeWorker worker = worker("w1");
        assertThat(chosen(worker)).isEqualTo(ONE);
        coordinator.measured().measured(Map.of(ONE, 0.2, TWO, 1.0));

        assertThat(chosen(worker)).isEqualTo(TWO);
        assertThat(beside(FiguresStore::read).fidelities())
                .containsOnly(Map.entry(ONE, 0.2), Map.entry(TWO, 1.0));
    }

    @Test
    void refusesMeasuredValuesThatCannotBe() {
        UnitId nobody = new UnitId("nobody", "draw");
        refuses(ErrorCode.NOT_FOUND, Map.of(ONE, 0.5, nobody, 0.5));
        refuses(ErrorCode.BAD_REQUEST, Map.of(ONE, 1.5));
        refuses(ErrorCode.BAD_REQUEST, Map.of(ONE, Double.NaN));
        refuses(ErrorCode.BAD_REQUEST, Collections.singletonMap(ONE, null));

        assertThat(beside(FiguresStore::read).fidelities()).isEmpty();
    }

    private void refuses(ErrorCode code, Map<UnitId, Double> fidelities) {
        assertThatThrownBy(() -> coordinator.measured().measured(fidelities))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private void age() {
        try (Database beside = database()) {
            beside.change(handle -> {
                handle.execute("update unit_figures set changed = 0");
                handle.execute("update unit_fidelity set changed = 0");
            });
        }
    }

    private <T> T beside(Function<FiguresStore, T> work) {
        try (Database beside = database()) {
            return work.apply(new DatabaseFigures(beside));
        }
    }

    private Database database() {
        return settings.databaseUrl()
                .map(Database::atUrl)
                .orElseGet(() -> Database.inFolder(settings.dataFolder()));
    }

    private static UnitRun run(UnitId unit, double seconds) {
        return new UnitRun(unit, 100, seconds, true);
    }

    private static List<StepRecord> slowIfOne(Plan plan) {
        UnitId unit = plan.steps().getFirst().unit();
        return List.of(ran(unit, unit.equals(ONE) ? 60_000 : 500));
    }

    private static StepRecord ran(UnitId unit, long millis) {
        return FakeWorker.step(unit, 100, millis, Optional.empty());
    }

    private void work(FakeWorker worker, int objects) throws Exception {
        coordinator.jobs().submit(inline("png", objects));
        for (int i = 0; i < objects; i++) {
            worker.work(worker.one(), FixedPlanner.TEXT);
        }
    }

    private void failOften(FakeWorker worker, Optional<ErrorCode> code) throws Exception {
        for (int i = 0; i < RUNS; i++) {
            JobView job = coordinator.jobs().submit(inline("png", 1));
            StepRecord step = FakeWorker.step(ONE, 100, 5, Optional.of(ErrorCode.INTERNAL));
            worker.fail(worker.one(), code.isPresent() ? FakeWorker.step(ONE, 100, 5, code) : step);
            coordinator.jobs().cancel(job.id());
        }
    }

    private UnitId chosen(FakeWorker worker) throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        Lease lease = worker.one();
        PlanReply.Run run = (PlanReply.Run) worker.plan(lease, FixedPlanner.TEXT);
        coordinator.jobs().cancel(job.id());
        return run.plan().steps().getFirst().unit();
    }

    private UnitStatisticsView view(UnitId unit) {
        return coordinator.catalogue().statistics().stream()
                .filter(view -> view.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }
}
