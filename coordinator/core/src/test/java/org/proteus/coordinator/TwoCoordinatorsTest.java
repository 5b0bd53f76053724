package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.coordinator.dispatch.Duties;
import org.proteus.coordinator.dispatch.Duty;
import org.proteus.coordinator.learning.Learning;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.TaskLeases;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.graph.ProgramRegistry;

/** Two coordinators on one PostgreSQL; the tests mostly wait. */
@Execution(ExecutionMode.CONCURRENT)
class TwoCoordinatorsTest extends CoordinatorSuite {

    private Coordinator other;

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withDatabase(PostgresServer.freshDatabase());
    }

    @BeforeEach
    void openOther() {
        CoordinatorSettings same =
                CoordinatorSettings.service(temp.resolve("other"))
                        .withFiles(FileAccess.ANY)
                        .withHeartbeat(HEARTBEAT)
                        .withDatabase(settings.databaseUrl().orElseThrow());
        other =
                Coordinator.open(
                        same,
                        new ProgramRegistry(FixedPlanner.programs()),
                        planner(),
                        HANDLERS,
                        Learning.inDatabase(statistics()));
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    private FakeWorker workerOfOther(String id) {
        return new FakeWorker(other, HANDLERS, id, FixedPlanner.ONE, FixedPlanner.TWO);
    }

    @Test
    void theSameKeyAtOnceGivesOneJob() throws Exception {
        assertThat(SubmissionSuite.idsOfManyAtOnce(coordinator, other)).hasSize(1);
        assertThat(other.jobs().list(Optional.empty(), 10).items()).hasSize(1);
    }

    @Test
    void aJobPausedByOneIsPausedByAll() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 2));
        FakeWorker worker = workerOfOther("w1");
        other.look();
        worker.one();

        coordinator.jobs().pause(job.id());
        other.look();
        assertThat(other.jobs().show(job.id()).state()).isEqualTo(JobState.PAUSED);
        assertThat(worker.lease(1, 0)).isEmpty();

        other.jobs().resume(job.id());
        assertThat(worker.lease(1, 0)).hasSize(1);
        assertThat(coordinator.jobs().show(job.id()).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void anIdleWorkerOfOneIsKnownToTheOther() throws Exception {
        coordinator.jobs().submit(inline("png", 2));
        FakeWorker busy = worker("busy");
        List<Lease> held = busy.lease(2, 10_000);
        FakeWorker idle = workerOfOther("idle");
        idle.idle();
        coordinator.look();

        assertThat(busy.heartbeat(held.toArray(Lease[]::new)).wanted())
                .containsExactly(held.get(1).key());
        busy.release(held.get(1), Release.Outcome.RETURNED, ErrorCode.UNAVAILABLE);
        assertThat(idle.one().name()).isEqualTo(held.get(1).name());
    }

    private void leaseOneThatRanOut(JobView job) throws InterruptedException {
        workerOfOther("w1").one();
        inDatabase(database -> {
            database.change(handle -> TaskLeases.runOut(handle, job.id()));
            return true;
        });
    }

    private List<String> outcomes(JobView job) {
        return element(job, 1).attempts().stream().map(AttemptView::outcome).toList();
    }

    @Test
    void oneTakesBackLeasesUntilItEnds() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        coordinator.look();
        leaseOneThatRanOut(job);

        other.look();
        assertThat(outcomes(job)).containsExactly("running");
        coordinator.look();
        assertThat(outcomes(job)).containsExactly("lost");

        coordinator.close();
        leaseOneThatRanOut(job);
        other.look();
        assertThat(other.jobs().element(job.id(), 1).attempts())
                .extracting(AttemptView::outcome)
                .containsExactly("lost", "lost");
    }

    @Test
    void theOtherTakesOverWhatOneLeftWithoutAWord() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        coordinator.look();
        leaseOneThatRanOut(job);
        other.look();
        assertThat(outcomes(job)).containsExactly("running");

        inDatabase(database -> {
            database.change(handle -> handle.execute("update duty set held_until = 0"));
            return true;
        });
        other.look();

        assertThat(outcomes(job)).containsExactly("lost");
    }

    @Test
    void eachDutyIsOneCoordinatorsAtATime() {
        try (Database database = Database.atUrl(settings.databaseUrl().orElseThrow());
                Duties two = new Duties(database, HEARTBEAT)) {
            try (Duties one = new Duties(database, HEARTBEAT)) {
                for (Duty duty : Duty.values()) {
                    assertThat(one.mine(duty)).as("%s is free", duty).isTrue();
                    assertThat(two.mine(duty)).as("%s is taken", duty).isFalse();
                    assertThat(one.mine(duty)).as("%s is kept", duty).isTrue();
                }
            }
            for (Duty duty : Duty.values()) {
                assertThat(two.mine(duty)).as("%s is free again", duty).isTrue();
            }
        }
    }
}
