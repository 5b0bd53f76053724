package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.store.ListingRows;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

/** Jobs that are paused. */
abstract class PauseSuite extends CoordinatorSuite {

    @Test
    void lendsNothingNewWhileWhatIsUnderWayEnds() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 3));
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();

        assertThat(coordinator.jobs().pause(job.id()).state()).isEqualTo(JobState.PAUSED);

        assertThat(worker.lease(2, 0)).isEmpty();
        assertThat(worker.heartbeat(lease).cancelled()).isEmpty();
        worker.work(lease, FixedPlanner.TEXT);
        assertThat(worker.lease(2, 0)).isEmpty();
        awaitCount(job, ElementState.DONE, 1);
        JobView paused = coordinator.jobs().pause(job.id());
        assertThat(paused.total() - paused.endedElements()).isEqualTo(2);

        assertThat(coordinator.jobs().resume(job.id()).state()).isEqualTo(JobState.RUNNING);
        worker.work(worker.one(), FixedPlanner.TEXT);
        worker.work(worker.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
    }

    @Test
    void keepsAloneWhatMustRunAlone() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        loseTwice(job, worker);
        coordinator.jobs().pause(job.id());

        assertThat(worker.lease(1, 0)).isEmpty();

        coordinator.jobs().resume(job.id());
        assertThat(worker.one().alone()).isTrue();
    }

    private void loseTwice(JobView job, FakeWorker worker) throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            worker.one();
            runOut(job);
        }
    }

    @Test
    void stillPublishesWhatIsCommitted() throws Exception {
        JobView job = submitFolder("a.txt", "b.txt");
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        worker.prepareAndCommit(lease, (PlanReply.Run) worker.plan(lease, FixedPlanner.TEXT));
        coordinator.jobs().pause(job.id());
        runOut(job);

        FakeWorker other = worker("w2");
        List<Lease> leases = other.lease(2, 10_000);
        assertThat(leases).extracting(Lease::work).containsExactly(Lease.Work.PUBLISH);
        other.work(leases.getFirst(), FixedPlanner.TEXT);

        awaitCount(job, ElementState.DONE, 1);
        assertThat(other.lease(2, 0)).isEmpty();
    }

    @Test
    void endsWhenNothingIsLeft() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        coordinator.jobs().pause(job.id());

        worker.work(lease, FixedPlanner.TEXT);

        assertThat(coordinator.jobs().show(job.id()).state()).isEqualTo(JobState.ENDED);
        refused(job, ErrorCode.CONFLICT);
    }

    @Test
    void canBeCancelled() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 2));
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        coordinator.jobs().pause(job.id());

        assertThat(coordinator.jobs().cancel(job.id()).state()).isEqualTo(JobState.CANCELLING);
        refused(job, ErrorCode.CONFLICT);
        assertThat(worker.heartbeat(lease).cancelled()).containsExactly(lease.key());
        worker.release(lease, Release.Outcome.CANCELLED, ErrorCode.CANCELLED);

        JobView view = ended(job.id());
        assertThat(view.state()).isEqualTo(JobState.ENDED);
        assertThat(view.count(ElementState.CANCELLED)).isEqualTo(2);
    }

    private void refused(JobView job, ErrorCode code) {
        for (Runnable order :
                List.<Runnable>of(
                        () -> coordinator.jobs().pause(job.id()),
                        () -> coordinator.jobs().resume(job.id()))) {
            assertThatThrownBy(order::run)
                    .isInstanceOfSatisfying(
                            ProteusException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(code));
        }
    }

    @Test
    void isNotListedAndSurvivesARestart() throws Exception {
        reopen(settings.withLookAhead(1));
        JobView job = submitFolder("a.txt", "b.txt", "c.txt");
        Lease lease = worker("w1").one();
        coordinator.jobs().pause(job.id());

        reopen(settings);

        JobView paused = coordinator.jobs().show(job.id());
        assertThat(paused.state()).isEqualTo(JobState.PAUSED);
        assertThat(paused.listed()).isFalse();
        FakeWorker worker = worker("w1");
        worker.work(lease, FixedPlanner.TEXT);
        coordinator.look();
        assertThat(worker.lease(1, 0)).isEmpty();
        assertThat(canBeListed(job)).isFalse();

        coordinator.jobs().resume(job.id());
        worker.work(worker.one(), FixedPlanner.TEXT);
        worker.work(worker.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).count(ElementState.DONE)).isEqualTo(3);
    }

    private boolean canBeListed(JobView job) {
        return inDatabase(database ->
                database.write(handle -> ListingRows.hold(handle, job.id(), "another", 1)));
    }

    @Test
    void wantsNoWorkers() {
        JobView job = coordinator.jobs().submit(inline("png", 2));
        assertThat(coordinator.scaling().runningJobs()).hasSize(1);

        coordinator.jobs().pause(job.id());
        assertThat(coordinator.scaling().runningJobs()).isEmpty();

        coordinator.jobs().resume(job.id());
        assertThat(coordinator.scaling().runningJobs()).hasSize(1);
    }

    @Test
    void theSameRequestLetsItGoOn() throws Exception {
        JobView job = submitFolder("a.txt");
        coordinator.jobs().pause(job.id());

        JobView again = coordinator.jobs().submitOrResume(folders());

        assertThat(again.id()).isEqualTo(job.id());
        assertThat(again.state()).isEqualTo(JobState.RUNNING);
    }
}
