package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;

/** Jobs of different priorities. */
abstract class PrioritySuite extends CoordinatorSuite {

    private JobView submit(int elements, Integer priority) {
        return coordinator.jobs().submit(inline("png", elements).withPriority(priority));
    }

    private static long of(JobView job, List<Lease> leases) {
        return leases.stream().filter(lease -> lease.key().task().startsWith(job.id())).count();
    }

    @Test
    void tasksOfAHigherOneGoFirst() throws Exception {
        JobView usual = submit(10, null);
        JobView low = submit(10, 0);
        JobView high = submit(3, 9);
        FakeWorker worker = worker("w1");

        assertThat(usual.priority()).isEqualTo(5);
        assertThat(of(high, worker.lease(2, 10_000))).isEqualTo(2);
        List<Lease> next = worker.lease(4, 10_000);
        assertThat(of(high, next)).isEqualTo(1);
        assertThat(of(usual, next)).isEqualTo(3);
        List<Lease> last = worker.lease(10, 10_000);
        assertThat(of(usual, last)).isEqualTo(7);
        assertThat(of(low, last)).isEqualTo(3);
    }

    @Test
    void jobsOfTheSameTakeTurns() throws Exception {
        JobView one = submit(10, 7);
        JobView two = submit(10, 7);
        submit(10, 6);
        FakeWorker worker = worker("w1");

        List<Lease> leases = worker.lease(4, 10_000);
        assertThat(of(one, leases)).isEqualTo(2);
        assertThat(of(two, leases)).isEqualTo(2);
        Lease third = worker.one();
        Lease fourth = worker.one();
        assertThat(of(one, List.of(third, fourth))).isEqualTo(1);
        assertThat(of(two, List.of(third, fourth))).isEqualTo(1);
    }

    @Test
    void aRequestThatComesAgainBringsItsOwn() {
        JobView job = submit(1, 2);

        JobView again = coordinator.jobs().submitOrResume(inline("png", 1).withPriority(8));

        assertThat(again.id()).isEqualTo(job.id());
        assertThat(again.priority()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10})
    void oneThatIsOutOfRangeIsRefused(int priority) {
        assertThatThrownBy(() -> submit(1, priority))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }
}
