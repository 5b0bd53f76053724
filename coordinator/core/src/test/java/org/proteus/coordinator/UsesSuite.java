package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

/** Places and programs are used by no more tasks at once than operators allow. */
abstract class UsesSuite extends CoordinatorSuite {

    private static final int MOST = 2;

    private void limit(Map<String, Integer> places, Map<String, Integer> programs) {
        reopen(settings.withUses(new UseLimits(places, programs)));
    }

    @Test
    void aPlaceIsUsedByNoMoreTasksThanAllowed() throws Exception {
        limit(Map.of("inline:", MOST), Map.of());
        JobView job = coordinator.jobs().submit(inline("png", 5));
        coordinator.jobs().submit(inline("png", 1));
        FakeWorker one = worker("w1");
        FakeWorker other = worker("w2");

        List<Lease> held = one.lease(10, 0);
        assertThat(held).hasSize(MOST);
        assertThat(other.lease(10, 0)).isEmpty();
        one.work(held.getFirst(), FixedPlanner.TEXT);
        assertThat(other.lease(10, 0)).hasSize(1);
        one.release(held.getLast(), Release.Outcome.RETURNED, ErrorCode.UNAVAILABLE);
        assertThat(one.lease(10, 0)).hasSize(1);
        assertThat(one.lease(10, 0)).isEmpty();

        runOut(job);
        assertThat(other.lease(10, 0)).isNotEmpty();
    }

    @Test
    void otherPlacesHaveNoLimit() throws Exception {
        limit(Map.of("inlin", 1, "file:///nowhere", 1), Map.of());
        coordinator.jobs().submit(inline("png", 5));

        assertThat(worker("w1").lease(10, 0)).hasSize(5);
    }

    @Test
    void aProgramIsUsedByNoMoreTasksThanAllowed() throws Exception {
        limit(Map.of(), Map.of("one", 1));
        JobView job = coordinator.jobs().submit(inline("png", 3));
        FakeWorker worker = worker("w1");
        List<Lease> leases = worker.lease(3, 0);

        assertThat(worker.plan(leases.getFirst(), FixedPlanner.TEXT))
                .isInstanceOf(PlanReply.Run.class);
        assertThat(worker.plan(leases.getFirst(), FixedPlanner.TEXT))
                .as("asked again under the same lease")
                .isInstanceOf(PlanReply.Run.class);
        for (Lease lease : leases.subList(1, 3)) {
            PlanReply reply = worker.plan(lease, FixedPlanner.TEXT);
            assertThat(((PlanReply.GiveBack) reply).problem().message())
                    .isEqualTo("program one may be used by 1 tasks at once, and is");
            worker.release(lease, Release.Outcome.RETURNED, ErrorCode.BUSY);
        }
        assertThat(worker.lease(3, 0)).as("they wait in the lane of the program").isEmpty();

        worker.work(leases.getFirst(), FixedPlanner.TEXT);
        for (int i = 0; i < 2; i++) {
            List<Lease> next = worker.lease(3, 0);
            assertThat(next).hasSize(1);
            worker.work(next.getFirst(), FixedPlanner.TEXT);
        }
        assertThat(ended(job.id()).allDone()).isTrue();
    }
}
