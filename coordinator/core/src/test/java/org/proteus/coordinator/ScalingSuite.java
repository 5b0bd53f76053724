package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.proteus.coordinator.scaling.ScalableJob;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.WorkSize;
import org.proteus.policies.scaling.StageUse;

/** What the scaler sees of jobs. */
@Timeout(60)
abstract class ScalingSuite extends CoordinatorSuite {

    private static final long PAUSE_MILLIS = 50;
    private static final double EXACT = 1e-6;

    @Test
    void countsTheBytesOfObjectsDoneAndUnderWay() throws Exception {
        coordinator.jobs().submit(inline("png", 3));
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        double size = worker.fetch(lease).length;

        beat(worker, lease, "fetch", 1, 2);
        await(job -> job.queued() == 2);
        // As long as no object has ended, each of three stages counts alike.
        assertThat(job().work().done()).isCloseTo(size / 6, within(EXACT));

        beat(worker, lease, "some/unit", 1, 2);
        assertThat(job().work().done()).isCloseTo(size / 2, within(EXACT));
        assertThat(job().work().measure()).isEqualTo("bytes");

        // The next step begins: what was told before still holds.
        beat(worker, lease, "other/unit", 0, 2);
        assertThat(job().work().done()).isCloseTo(size / 2, within(EXACT));

        worker.work(lease, FixedPlanner.TEXT);
        await(job -> job.ended() == 1);
        assertThat(job().work().done()).isEqualTo(size);
        assertThat(job().work().sums().tasks()).isEqualTo(1);
        assertThat(job().work().sums().work()).isEqualTo(size);
    }

    @Test
    void countsMediaByTheTimeItLasts() throws Exception {
        coordinator.jobs().submit(inline("png", 3));
        FakeWorker worker = worker("w1");
        worker.size = Optional.of(new WorkSize(6_000, "ms"));
        Lease lease = worker.one();
        beat(worker, lease, "some/unit", 0, 6_000);
        assertThat(job().work().measure()).isEqualTo("bytes");

        sized(worker, lease, "some/unit", 1_500, 6_000);
        assertThat(job().work().measure()).isEqualTo("ms");
        assertThat(job().work().done()).isCloseTo(2_500, within(EXACT));
        sized(worker, lease, "store", 10, 20);
        assertThat(job().work().done()).isCloseTo(5_000, within(EXACT));

        worker.work(lease, FixedPlanner.TEXT);
        await(job -> job.ended() == 1);
        assertThat(job().work().done()).isEqualTo(6_000);
        assertThat(job().work().remaining()).hasValue(12_000.0);
        assertThat(job().work().sums().work()).isEqualTo(6_000);

        reopen(settings);
        await(job -> job.ended() == 1);
        assertThat(job().work().measure()).isEqualTo("ms");
        assertThat(job().work().done()).isEqualTo(6_000);
    }

    @Test
    void countsBytesWhenTasksHaveSeveralUnitsOrAnOlderWorkerKnowsNone() throws Exception {
        coordinator.jobs().submit(inline("png", 3));
        FakeWorker worker = worker("w1");
        double bytes = 0;
        for (Optional<WorkSize> size :
                List.of(Optional.of(new WorkSize(640, "pixels")), Optional.<WorkSize>empty())) {
            Lease lease = worker.one();
            bytes += worker.fetch(lease).length;
            worker.size = size;
            worker.work(lease, FixedPlanner.TEXT);
        }
        await(job -> job.ended() == 2);
        assertThat(job().work().measure()).isEqualTo("bytes");
        assertThat(job().work().done()).isEqualTo(bytes);
        assertThat(job().work().sums().work()).isEqualTo(bytes);
    }

    @Test
    void seesWhoWaitsForTheSourceAndWhoHasNothingToDo() throws Exception {
        coordinator.jobs().submit(inline("png", 3));
        FakeWorker worker = worker("w1");
        worker.heartbeat();
        assertThat(coordinator.scaling().liveWorkers("test")).isEqualTo(1);
        assertThat(coordinator.scaling().idleWorkers("test")).isEqualTo(1);

        Lease lease = worker.one();
        beat(worker, lease, "fetch", 1, 2);
        assertThat(coordinator.scaling().idleWorkers("test")).isZero();
        job();
        assertThat(atPlaces()).isPositive();

        beat(worker, lease, "some/unit", 1, 2);
        double before = atPlaces();
        assertThat(atPlaces()).isEqualTo(before);
    }

    @Test
    void tellsWhoWorksAndWhatWentThroughPlacesAndSteps() throws Exception {
        coordinator.jobs().submit(inline("png", 3));
        FakeWorker worker = worker("w1");
        worker.heartbeat();
        assertThat(job().working()).isZero();

        Lease lease = worker.one();
        double size = worker.fetch(lease).length;
        beat(worker, lease, "fetch", 1, 2);
        await(job -> job.queued() == 2);
        assertThat(job().working()).isEqualTo(1);
        assertThat(stages().places().work()).isCloseTo(size / 4, within(EXACT));
        assertThat(stages().steps().work()).isZero();

        beat(worker, lease, "some/unit", 1, 2);
        assertThat(stages().places().work()).isCloseTo(size / 2, within(EXACT));
        assertThat(stages().steps().work()).isCloseTo(size / 2, within(EXACT));

        worker.work(lease, FixedPlanner.TEXT);
        await(job -> job.ended() == 1);
        assertThat(stages().places().work()).isEqualTo(size);
        assertThat(stages().steps().work()).isEqualTo(size);
    }

    /** Sums that took the database long are used again for a while. */
    private void await(Predicate<ScalableJob> holds) throws InterruptedException {
        while (!holds.test(job())) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private double atPlaces() {
        return stages().places().seconds();
    }

    private StageUse stages() {
        return job().work().stages().orElseThrow();
    }

    private ScalableJob job() {
        return coordinator.scaling().runningJobs().getFirst();
    }

    private void sized(FakeWorker worker, Lease lease, String stage, long done, long total) {
        beat(worker, new Progress(lease.key(), stage, done, total, "ms", worker.size));
    }

    private void beat(FakeWorker worker, Lease lease, String stage, long done, long total) {
        beat(worker, new Progress(lease.key(), stage, done, total, "ms"));
    }

    private void beat(FakeWorker worker, Progress progress) {
        coordinator.queue().heartbeat(new Heartbeat(worker.id, List.of(progress), 0, false));
    }
}
