package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobView;

/** A coordinator that holds as much as it may. */
abstract class RoomSuite extends CoordinatorSuite {

    private void room(int jobs, long bytes) {
        reopen(settings.withJobs(JobLimits.DEFAULT.withRoom(jobs, bytes)));
    }

    private static void isBusy(Runnable order, String hint) {
        assertThatThrownBy(order::run)
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.BUSY);
                            assertThat(e.problem().action()).contains(hint);
                        });
    }

    @Test
    void takesNoMoreActiveJobsThanItMay() throws Exception {
        room(2, Long.MAX_VALUE);
        JobView first = coordinator.jobs().submit(inline("png", 1));
        JobView second = coordinator.jobs().submit(inline("png", 2));
        coordinator.jobs().pause(second.id());

        isBusy(() -> coordinator.jobs().submit(inline("png", 3)), "jobs.max-active");
        isBusy(() -> coordinator.jobs().submitOrResume(inline("png", 3)), "jobs.max-active");
        assertThat(coordinator.jobs().list(Optional.empty(), 10).items()).hasSize(2);

        // What is active already goes on.
        coordinator.jobs().submitOrResume(inline("png", 2));
        coordinator.jobs().cancel(first.id());
        JobView third = coordinator.jobs().submit(inline("png", 3));
        isBusy(() -> coordinator.jobs().retry(first.id()), "jobs.max-active");
        isBusy(() -> coordinator.jobs().submitOrResume(inline("png", 1)), "jobs.max-active");
        coordinator.jobs().cancel(third.id());
        coordinator.jobs().retry(first.id());
    }

    @Test
    void aRequestThatComesAgainNeedsNoRoom() {
        room(1, Long.MAX_VALUE);
        Optional<String> key = Optional.of("key");
        JobView job = coordinator.jobs().submit(inline("png", 1), key);

        assertThat(coordinator.jobs().submit(inline("png", 1), key).id()).isEqualTo(job.id());
    }

    @Test
    void storesNoMoreBytesThanItMay() throws Exception {
        int object = "content 0".length();
        int result = "done: content 0".length();
        room(100, 2L * object + result);
        JobView job = coordinator.jobs().submit(inline("png", 2));
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        room(100, 2L * object + result);

        isBusy(() -> coordinator.jobs().submit(inline("png", 1)), "jobs.max-inline");
        // What is read and stored elsewhere takes nothing.
        submitFolder("a.txt");

        coordinator.jobs().cancel(job.id());
        coordinator.jobs().remove(job.id());
        coordinator.look();
        room(100, 2L * object + result);
        assertThat(coordinator.jobs().submit(inline("png", 2)).total()).isEqualTo(2);
    }
}
