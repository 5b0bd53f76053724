package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

/** Workers that come too late, die in between, or say things twice; the tests mostly wait. */
@Execution(ExecutionMode.CONCURRENT)
abstract class FencingSuite extends CoordinatorSuite {

    private static PlanReply.Run run(FakeWorker worker, Lease lease) {
        return (PlanReply.Run) worker.plan(lease, FixedPlanner.TEXT);
    }

    @Test
    void refusesTheResultOfALostLease() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker slow = worker("slow");
        Lease lost = slow.one();
        PlanReply.Run plan = run(slow, lost);
        runOut(job);

        FakeWorker fast = worker("fast");
        Lease lease = fast.one();
        assertThat(lease.key().token()).isGreaterThan(lost.key().token());
        assertThat(slow.prepareAndCommit(lost, plan)).isFalse();
        assertThat(slow.plan(lost, FixedPlanner.TEXT)).isInstanceOf(PlanReply.Stale.class);
        assertThat(slow.heartbeat(lost).lost()).containsExactly(lost.key());
        slow.release(lost, Release.Outcome.FAILED, ErrorCode.PROGRAM_FAILED, "one");
        assertThat(Files.exists(into.resolve("a.png"))).isFalse();

        fast.work(lease, FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(into.resolve("a.png")).hasContent("done: text of a.txt");
        assertThat(element(job, 1).attempts())
                .extracting(AttemptView::outcome)
                .containsExactly("stale", "done");
    }

    @Test
    void letsAnotherWorkerPublishWhatWasCommitted() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker first = worker("first");
        Lease lease = first.one();
        assertThat(first.prepareAndCommit(lease, run(first, lease))).isTrue();
        runOut(job);

        FakeWorker second = worker("second");
        Lease publish = second.one();
        assertThat(publish.work()).isEqualTo(Lease.Work.PUBLISH);
        assertThat(((Destination.Stored) publish.destination()).temporaryName())
                .isEqualTo(((Destination.Stored) lease.destination()).temporaryName());
        second.work(publish, FixedPlanner.TEXT);
        first.publish(lease, "done: text of a.txt".length());

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(into.resolve("a.png")).hasContent("done: text of a.txt");
        assertThat(element(job, 1).attempts())
                .extracting(AttemptView::worker)
                .containsExactly("first", "second");
        assertThat(temporaries()).isEmpty();
    }

    @Test
    void takesBackWhatItsOwnWorkerCannotPublish() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker first = worker("first");
        Lease lease = first.one();
        assertThat(first.prepareAndCommit(lease, run(first, lease))).isTrue();

        first.release(lease, Release.Outcome.FAILED, ErrorCode.SINK_UNWRITABLE);
        AttemptView committed = element(job, 1).attempts().getFirst();
        assertThat(committed.outcome()).isEqualTo("done");
        assertThat(committed.problem()).isPresent();
        inDatabase(database ->
                database.write(handle -> handle.execute("update task set not_before = 0")));
        FakeWorker second = worker("second");
        Lease publish = second.one();
        assertThat(publish.work()).isEqualTo(Lease.Work.PUBLISH);
        second.work(publish, FixedPlanner.TEXT);

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(into.resolve("a.png")).hasContent("done: text of a.txt");
        assertThat(temporaries()).isEmpty();
    }

    @Test
    void runsAgainWhenItsOwnWorkerFindsNothingToPublish() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker worker = worker("first");
        Lease lease = worker.one();
        assertThat(worker.prepareAndCommit(lease, run(worker, lease))).isTrue();
        for (Path temporary : temporaries()) {
            Files.delete(temporary);
        }

        worker.release(lease, Release.Outcome.TEMPORARY_GONE, ErrorCode.SINK_UNWRITABLE);
        worker.work(worker.one(), FixedPlanner.TEXT);

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(element(job, 1).attempts())
                .extracting(AttemptView::outcome)
                .containsExactly("failed", "done");
    }

    @Test
    void believesTheFirstWorkerThatItPublishedAfterAll() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker first = worker("first");
        Lease lease = first.one();
        first.prepareAndCommit(lease, run(first, lease));
        runOut(job);
        FakeWorker second = worker("second");
        Lease publish = second.one();

        first.publish(lease, "done: text of a.txt".length());

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(second.heartbeat(publish).lost()).containsExactly(publish.key());
    }

    @Test
    void runsAgainWhenTheTemporaryObjectIsGone() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker first = worker("first");
        Lease lease = first.one();
        first.prepareAndCommit(lease, run(first, lease));
        runOut(job);
        for (Path temporary : temporaries()) {
            Files.delete(temporary);
        }

        FakeWorker second = worker("second");
        second.release(second.one(), Release.Outcome.TEMPORARY_GONE, ErrorCode.SINK_UNWRITABLE);
        Lease again = second.one();
        assertThat(again.work()).isEqualTo(Lease.Work.TRANSFORM);
        second.work(again, FixedPlanner.TEXT);

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(into.resolve("a.png")).hasContent("done: text of a.txt");
    }

    @Test
    void commitsOnceEvenIfToldTwice() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        PlanReply.Run plan = run(worker, lease);
        assertThat(worker.prepareAndCommit(lease, plan)).isTrue();
        // The answer got lost: were it refused now, the worker would delete what counts.
        assertThat(worker.prepareAndCommit(lease, plan)).isTrue();
        worker.publish(lease, "done: text of a.txt".length());
        coordinator.queue().published(List.of(lease.key()));

        assertThat(ended(job.id()).count(ElementState.DONE)).isEqualTo(1);
        assertThat(element(job, 1).attempts()).hasSize(1);
        assertThat(worker.prepareAndCommit(lease, plan)).isTrue();
        assertThat(element(job, 1).attempts()).hasSize(1);
    }

    @Test
    void refusesCommitsThatDoNotFitTheirLease() throws Exception {
        JobView stored = submitFolder("a.txt");
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        PlanReply.Run plan = run(worker, lease);
        assertThatThrownBy(() -> worker.commit(lease, plan, "../../other", 1))
                .hasMessageContaining("names another object");
        assertThatThrownBy(() -> worker.commit(lease, plan, "", 1))
                .hasMessageContaining("names another object");
        worker.work(lease, FixedPlanner.TEXT);
        assertThat(ended(stored.id()).allDone()).isTrue();

        coordinator.jobs().submit(inline("png", 1));
        Lease returned = worker.one();
        assertThatThrownBy(() -> worker.commit(returned, plan, "", 1))
                .hasMessageContaining("brings no result");
    }

    @Test
    void refusesTheResultOfACancelledJob() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        PlanReply.Run plan = run(worker, lease);
        coordinator.jobs().cancel(job.id());

        assertThat(worker.prepareAndCommit(lease, plan)).isFalse();
        runOut(job);
        assertThat(ended(job.id()).count(ElementState.CANCELLED)).isEqualTo(1);
        assertThat(Files.exists(into.resolve("a.png"))).isFalse();
    }

    @Test
    void heartbeatsKeepALeaseAndUnknownWorkersRegisterAgain() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        assertThat(worker.heartbeat(lease).lost()).isEmpty();
        coordinator.queue().deregister("w1");

        assertThat(worker.heartbeat(lease).known()).isFalse();
        assertThat(worker.heartbeat(lease).lost()).containsExactly(lease.key());
        assertThatThrownBy(() -> worker.lease(1, 0)).hasMessageContaining("register again");
        assertThat(element(job, 1).attempts().getFirst().outcome()).isEqualTo("released");
    }

    private List<Path> temporaries() throws IOException {
        try (Stream<Path> files = Files.walk(into)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".proteus-"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
