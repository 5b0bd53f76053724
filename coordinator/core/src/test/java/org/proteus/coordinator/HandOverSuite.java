package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

/** Tasks that wait in one worker go to another that has nothing to do; each has one slot. */
abstract class HandOverSuite extends CoordinatorSuite {

    private JobView job;
    private FakeWorker busy;
    private List<Lease> held;

    private void oneHoldsAll(int objects) throws InterruptedException {
        job = coordinator.jobs().submit(inline("png", objects));
        busy = worker("busy");
        held = busy.lease(objects, 10_000);
        assertThat(held).hasSize(objects);
    }

    private Lease[] all() {
        return held.toArray(Lease[]::new);
    }

    @Test
    void whatWaitsGoesToTheIdleOne() throws Exception {
        oneHoldsAll(2);
        FakeWorker idle = worker("idle");
        assertThat(busy.heartbeat(all()).wanted()).isEmpty();

        idle.idle();
        coordinator.look();
        assertThat(busy.heartbeat(all()).wanted()).containsExactly(held.get(1).key());

        busy.release(held.get(1), Release.Outcome.RETURNED, ErrorCode.UNAVAILABLE);
        Lease handedOn = idle.one();
        assertThat(handedOn.name()).isEqualTo(held.get(1).name());
        idle.work(handedOn, FixedPlanner.TEXT);
        busy.work(held.get(0), FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
    }

    @Test
    void aPausedJobKeepsWhatIsFetched() throws Exception {
        oneHoldsAll(2);
        worker("idle").idle();
        coordinator.jobs().pause(job.id());
        coordinator.look();

        assertThat(busy.heartbeat(all()).wanted()).isEmpty();
    }

    @Test
    void oneIdleWorkerIsPromisedOneTask() throws Exception {
        oneHoldsAll(4);
        worker("idle").idle();
        coordinator.look();

        assertThat(busy.heartbeat(all()).wanted()).hasSize(1);
        assertThat(busy.heartbeat(all()).wanted()).isEmpty();
    }

    @Test
    void whoHoldsNoMoreThanItsSlotsKeepsIt() throws Exception {
        oneHoldsAll(1);
        worker("idle").idle();
        coordinator.look();

        assertThat(busy.heartbeat(all()).wanted()).isEmpty();
    }

    @Test
    void whoHasGotSomethingSinceIsNotIdle() throws Exception {
        oneHoldsAll(2);
        FakeWorker other = worker("other");
        other.idle();
        coordinator.jobs().submit(inline("png", 1));
        other.one();
        coordinator.look();

        assertThat(busy.heartbeat(all()).wanted()).isEmpty();
    }

    @Test
    void whoTakesNoWorkIsNotIdle() throws Exception {
        oneHoldsAll(2);
        worker("idle").idle();
        coordinator.workers().suspend("idle");
        coordinator.look();

        assertThat(busy.heartbeat(all()).wanted()).isEmpty();
    }

    @Test
    void whoCannotRunItIsNotAskedFor() throws Exception {
        coordinator.jobs().submit(inline("png", 2));
        busy = worker("busy");
        FakeWorker bare = new FakeWorker(coordinator, HANDLERS, "bare");
        for (Lease lease : bare.lease(2, 10_000)) {
            assertThat(bare.plan(lease, FixedPlanner.TEXT)).isInstanceOf(PlanReply.GiveBack.class);
            bare.release(lease, Release.Outcome.RETURNED, ErrorCode.UNAVAILABLE);
        }
        held = busy.lease(2, 10_000);
        bare.idle();
        coordinator.look();

        assertThat(busy.heartbeat(all()).wanted()).isEmpty();
        worker("able").idle();
        coordinator.look();
        assertThat(busy.heartbeat(all()).wanted()).hasSize(1);
    }
}
