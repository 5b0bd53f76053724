package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.MissingWorker;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

/** What becomes of tasks that fail, are lost, or find no worker; the tests mostly wait. */
@Execution(ExecutionMode.CONCURRENT)
abstract class BudgetSuite extends CoordinatorSuite {

    private static UnitId unit(PlanReply reply) {
        return ((PlanReply.Run) reply).plan().steps().getFirst().unit();
    }

    @Test
    void quarantinesWhatKillsItsWorkersAfterTwoLossesAndThreeAlone() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 2));
        FakeWorker worker = worker("w1");
        for (int loss = 1; loss <= 2; loss++) {
            Lease lease = worker.one();
            assertThat(lease.key().task()).endsWith("/1/1");
            assertThat(lease.alone()).isFalse();
            runOut(job);
        }
        for (int loss = 1; loss <= 3; loss++) {
            Lease lease = worker.one();
            assertThat(lease.key().task()).endsWith("/1/1");
            assertThat(lease.alone()).isTrue();
            assertThat(worker.lease(1, 0)).as("nothing runs beside it").isEmpty();
            runOut(job);
        }

        ElementView element = element(job, 1);
        assertThat(element.state()).isEqualTo(ElementState.QUARANTINED);
        assertThat(element.problem().orElseThrow().code()).isEqualTo(ErrorCode.KILLS_WORKER);
        assertThat(element.attempts()).hasSize(5).allMatch(a -> a.outcome().equals("lost"));
        worker.work(worker.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).count(ElementState.DONE)).isEqualTo(1);
    }

    @Test
    void goesAnotherWayWhenAStepFails() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        assertThat(unit(worker.plan(lease, FixedPlanner.TEXT)).program()).isEqualTo("one");
        PlanReply second = worker.plan(lease, FixedPlanner.TEXT, FakeWorker.failure("one"));
        assertThat(unit(second).program()).isEqualTo("two");
        assertThat(
                        worker.plan(
                                lease,
                                FixedPlanner.TEXT,
                                FakeWorker.failure("one"),
                                FakeWorker.failure("two")))
                .isInstanceOf(PlanReply.Fail.class);

        worker.release(lease, Release.Outcome.FAILED, ErrorCode.PROGRAM_FAILED, "one", "two");
        Lease again = worker.one();
        assertThat(unit(worker.plan(again, FixedPlanner.TEXT)).program()).isEqualTo("one");
        worker.release(again, Release.Outcome.FAILED, ErrorCode.PROGRAM_FAILED, "one");

        assertThat(ended(job.id()).count(ElementState.QUARANTINED)).isEqualTo(1);
        assertThat(element(job, 1).problem().orElseThrow().message())
                .isEqualTo("it said PROGRAM_FAILED");
    }

    @Test
    void avoidsAStepThatFailedUnderAnEarlierLease() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        worker.release(worker.one(), Release.Outcome.FAILED, ErrorCode.PROGRAM_FAILED, "one");
        Lease again = worker.one();
        assertThat(unit(worker.plan(again, FixedPlanner.TEXT)).program()).isEqualTo("two");
        worker.work(again, FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
    }

    @Test
    void backsOffWhenTheEnvironmentFails() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        worker.release(worker.one(), Release.Outcome.FAILED, ErrorCode.SOURCE_UNREADABLE);

        assertThat(worker.lease(1, 0)).isEmpty();
        assertThat(element(job, 1).state()).isEqualTo(ElementState.WAITING);
        worker.work(worker.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
    }

    @Test
    void refusesWhatNoTryCanChange() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 2));
        FakeWorker worker = worker("w1");
        worker.release(worker.one(), Release.Outcome.FAILED, ErrorCode.ENCRYPTED_OBJECT);
        Lease lease = worker.one();
        assertThat(worker.plan(lease, FixedPlanner.PNG.withoutParameters()))
                .isInstanceOf(PlanReply.Run.class);
        worker.release(lease, Release.Outcome.REFUSED, ErrorCode.NO_PATH);

        assertThat(ended(job.id()).count(ElementState.REFUSED)).isEqualTo(2);
    }

    @Test
    void costsNothingToGiveATaskBack() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        for (int i = 0; i < 6; i++) {
            worker.release(worker.one(), Release.Outcome.RETURNED, ErrorCode.UNAVAILABLE);
        }
        worker.work(worker.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
    }

    @Test
    void givesATaskOnlyToWorkersThatOfferItsPrograms() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker bare = new FakeWorker(coordinator, HANDLERS, "bare");
        Lease lease = bare.one();
        assertThat(bare.plan(lease, FixedPlanner.TEXT)).isInstanceOf(PlanReply.GiveBack.class);
        bare.release(lease, Release.Outcome.RETURNED, ErrorCode.NO_WORKER);

        assertThat(bare.lease(1, 0)).isEmpty();
        assertThat(coordinator.jobs().show(job.id()).waitingFor())
                .isEqualTo("no worker offers one (apt install libone)");
        assertThat(element(job, 1).state()).isEqualTo(ElementState.WAITING);

        FakeWorker able = worker("able");
        assertThat(coordinator.jobs().show(job.id()).waitingFor()).isEmpty();
        able.work(able.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
    }

    @Test
    void refusesInsteadOfWaitingWhenAskedTo() throws Exception {
        JobRequest waiting = inline("png", 1);
        JobRequest refusing =
                new JobRequest(
                        waiting.from(),
                        waiting.to(),
                        waiting.into(),
                        null,
                        null,
                        null,
                        null,
                        MissingWorker.REFUSE,
                        waiting.objects());
        coordinator.jobs().submit(refusing);
        FakeWorker bare = new FakeWorker(coordinator, HANDLERS, "bare");

        PlanReply reply = bare.plan(bare.one(), FixedPlanner.TEXT);
        assertThat(((PlanReply.Refuse) reply).problem().action()).isEqualTo("apt install libone");
    }

    @Test
    void aSuspendedWorkerGetsNothingAndKeepsWhatItHas() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 2));
        FakeWorker worker = worker("w1");
        Lease held = worker.one();
        coordinator.workers().suspend("w1");

        assertThat(worker.heartbeat().suspend()).isTrue();
        assertThat(worker.lease(1, 0)).isEmpty();
        assertThat(coordinator.jobs().workers().getFirst().suspended()).isTrue();
        assertThat(worker("w1").heartbeat().suspend()).as("registered again").isTrue();

        coordinator.workers().resume("w1");
        assertThat(worker.heartbeat().suspend()).isFalse();
        worker.work(held, FixedPlanner.TEXT);
        worker.work(worker.one(), FixedPlanner.TEXT);
        assertThat(coordinator.jobs().show(job.id()).allDone()).isTrue();
    }

    @Test
    void ordersNoWorkerThatIsNotThere() {
        for (Consumer<String> order :
                List.<Consumer<String>>of(
                        coordinator.workers()::drain,
                        coordinator.workers()::suspend,
                        coordinator.workers()::resume)) {
            assertThatThrownBy(() -> order.accept("nobody"))
                    .isInstanceOfSatisfying(
                            ProteusException.class,
                            refused ->
                                    assertThat(refused.problem().code())
                                            .isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void drainsAWorkerThroughItsHeartbeat() throws Exception {
        coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        assertThat(worker.heartbeat().drain()).isFalse();
        coordinator.workers().drain("w1");

        assertThat(worker.heartbeat().drain()).isTrue();
        assertThat(worker.lease(1, 0)).isEmpty();
        assertThat(coordinator.jobs().workers().getFirst().draining()).isTrue();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(coordinator.scaling().liveWorkers("test")).isZero());
    }
}
