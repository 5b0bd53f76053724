package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Release;

/** Jobs with a deadline; the tests mostly wait. */
@Execution(ExecutionMode.CONCURRENT)
abstract class DeadlineSuite extends CoordinatorSuite {

    private static JobRequest until(JobRequest request, Instant deadline) {
        return request.withDeadline(Optional.of(deadline));
    }

    private static Instant in(Duration span) {
        return Instant.now().plus(span).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Looks again and again, as the coordinator does by itself. */
    private JobView awaitLate(JobView job) {
        Awaitility.await()
                .atMost(LONG)
                .until(() -> {
                    coordinator.look();
                    return coordinator.jobs().show(job.id()).problem().isPresent();
                });
        return coordinator.jobs().show(job.id());
    }

    @Test
    void cancelsWhatHasNotEndedAndNamesItself() throws Exception {
        Instant deadline = in(Duration.ofSeconds(3));
        JobView job = coordinator.jobs().submit(until(inline("png", 3), deadline));
        assertThat(job.deadline()).contains(deadline);
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        Lease lease = worker.one();

        JobView late = awaitLate(job);

        assertThat(Instant.now()).isAfterOrEqualTo(deadline);
        assertThat(late.state()).isEqualTo(JobState.CANCELLING);
        assertThat(worker.heartbeat(lease).cancelled()).containsExactly(lease.key());
        worker.release(lease, Release.Outcome.CANCELLED, ErrorCode.CANCELLED);
        JobView view = ended(job.id());
        assertThat(view.state()).isEqualTo(JobState.ENDED);
        assertThat(view.count(ElementState.DONE)).isEqualTo(1);
        assertThat(view.count(ElementState.CANCELLED)).isEqualTo(2);
        assertThat(view.problem().orElseThrow().code()).isEqualTo(ErrorCode.CANCELLED);
        for (long seq = 2; seq <= 3; seq++) {
            assertThat(element(job, seq).problem().orElseThrow().message())
                    .contains(deadline.toString());
        }
    }

    @Test
    void endsAPausedJobToo() throws Exception {
        JobView job = coordinator.jobs().submit(until(inline("png", 1), in(Duration.ofSeconds(3))));
        coordinator.jobs().pause(job.id());

        awaitLate(job);

        assertThat(ended(job.id()).count(ElementState.CANCELLED)).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatIsInTime() throws Exception {
        JobView job = coordinator.jobs().submit(until(inline("png", 1), in(Duration.ofHours(1))));
        coordinator.look();
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);

        assertThat(ended(job.id()).allDone()).isTrue();
    }

    @Test
    void aDeadlineThatHasPassedOrIsTooFarIsRefused() {
        for (Instant wrong : new Instant[] {in(Duration.ofMinutes(-1)), Instant.MAX}) {
            assertThatThrownBy(() -> coordinator.jobs().submit(until(inline("png", 1), wrong)))
                    .isInstanceOfSatisfying(
                            ProteusException.class,
                            e -> {
                                assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST);
                                assertThat(e.problem().message()).contains("deadline");
                            });
        }
        assertThat(coordinator.jobs().list(Optional.empty(), 10).items()).isEmpty();
    }

    @Test
    void whatItEndedGoesOnWhenRetriedOrSubmittedWithALaterOne() throws Exception {
        write("a.txt");
        write("b.txt");
        JobView job = coordinator.jobs().submit(until(folders(), in(Duration.ofSeconds(3))));
        awaitLate(job);
        ended(job.id());

        JobView retried = coordinator.jobs().retry(job.id());
        assertThat(retried.deadline()).isEmpty();
        coordinator.look();
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);

        Instant later = in(Duration.ofHours(1));
        JobView resumed = coordinator.jobs().submitOrResume(until(folders(), later));
        assertThat(resumed.id()).isEqualTo(job.id());
        assertThat(resumed.deadline()).contains(later);
        worker.work(worker.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).count(ElementState.DONE)).isEqualTo(2);
    }
}
