package org.proteus.coordinator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

/** Jobs from their submission to their end. */
abstract class LifecycleSuite extends CoordinatorSuite {

    @Test
    void bringsEveryObjectOfAFolderToTheSink() throws Exception {
        JobView job = submitFolder("a.txt", "sub/b.txt", "c.png");
        assertThat(job.target()).isEqualTo(FixedPlanner.PNG);
        FakeWorker worker = worker("w1");

        for (int i = 0; i < 3; i++) {
            Lease lease = worker.one();
            boolean image = lease.name().endsWith(".png");
            worker.work(lease, image ? FixedPlanner.PNG : FixedPlanner.TEXT);
        }

        JobView view = ended(job.id());
        assertThat(view.state()).isEqualTo(JobState.ENDED);
        assertThat(view.allDone()).isTrue();
        assertThat(view.count(ElementState.DONE)).isEqualTo(3);
        assertThat(view.bytesOut()).isPositive();
        assertThat(into.resolve("a.png")).hasContent("done: text of a.txt");
        assertThat(into.resolve("sub/b.png")).hasContent("done: text of sub/b.txt");
        assertThat(into.resolve("c.png")).hasContent("text of c.png");
        List<ElementView> elements =
                coordinator
                        .jobs()
                        .elements(job.id(), Optional.empty(), Optional.empty(), 10)
                        .items();
        assertThat(elements).extracting(ElementView::passedThrough).containsOnlyOnce(true);
        assertThat(elements)
                .allSatisfy(e -> {
                    assertThat(e.attempts()).hasSize(1);
                    assertThat(e.attempts().getFirst().outcome()).isEqualTo("done");
                    assertThat(e.sink()).startsWith("file:");
                    assertThat(e.resultChecksum()).hasSize(64);
                });
    }

    @Test
    void keepsInlineResultsForTheirOwner() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 2));
        FakeWorker worker = worker("w1");
        for (Lease lease : worker.lease(10, 10_000)) {
            worker.work(lease, FixedPlanner.TEXT);
        }

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(new String(coordinator.jobs().result(job.id(), 2).array(), UTF_8))
                .isEqualTo("done: content 1");
    }

    @Test
    void carriesLargeInlineObjectsThroughTheExchange() throws Exception {
        String large = "x".repeat(1_500_000);
        JobRequest request =
                new JobRequest(
                        inline("png", 1).from(),
                        "png",
                        inline("png", 1).into(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(object("large.txt", large)));
        coordinator.jobs().submit(request);
        FakeWorker worker = worker("w1");

        assertThat(new String(worker.fetch(worker.one()), UTF_8)).isEqualTo(large);
    }

    @Test
    void endsAnEmptySourceWithAClearWord() throws Exception {
        JobView view = ended(coordinator.jobs().submit(folders()).id());

        assertThat(view.state()).isEqualTo(JobState.ENDED);
        assertThat(view.problem().orElseThrow().message()).contains("holds no object");
    }

    @Test
    void refusesWhatIsWrongBeforeItIsStored() {
        assertThatThrownBy(() ->
                        coordinator
                                .jobs()
                                .submit(
                                        JobRequest.of(
                                                temp.resolve("absent").toUri().toString(),
                                                "png",
                                                into.toUri().toString())))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE));
        assertThatThrownBy(() ->
                        coordinator.jobs().submit(JobRequest.of("gopher://x/", "png", "inline:")))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.UNKNOWN_SCHEME));
        assertThatThrownBy(() ->
                        coordinator
                                .jobs()
                                .submit(
                                        JobRequest.of(
                                                from.toUri().toString(),
                                                "png",
                                                from.toUri().toString())))
                .hasMessageContaining("same folder");
        assertThat(coordinator.jobs().list(Optional.empty(), 10).items()).isEmpty();
    }

    @Test
    void cancelStopsWhatWaitsAndTellsTheWorkerOfTheRest() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 3));
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();

        JobView cancelling = coordinator.jobs().cancel(job.id());
        assertThat(cancelling.state()).isEqualTo(JobState.CANCELLING);
        assertThat(cancelling.count(ElementState.CANCELLED)).isEqualTo(2);
        assertThat(worker.heartbeat(lease).cancelled()).containsExactly(lease.key());
        worker.release(lease, Release.Outcome.CANCELLED, ErrorCode.CANCELLED);

        JobView view = ended(job.id());
        assertThat(view.state()).isEqualTo(JobState.ENDED);
        assertThat(view.count(ElementState.CANCELLED)).isEqualTo(3);
        assertThat(worker.lease(1, 0)).isEmpty();
        assertThat(coordinator.jobs().cancel(job.id()).state()).isEqualTo(JobState.ENDED);
    }

    @Test
    void aResultAfterTheCancelIsRefusedAndNothingWaitsForItsWorker() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        PlanReply.Run run = (PlanReply.Run) worker.plan(lease, FixedPlanner.TEXT);
        coordinator.jobs().cancel(job.id());

        assertThat(worker.prepareAndCommit(lease, run)).isFalse();

        JobView view = coordinator.jobs().show(job.id());
        assertThat(view.state()).isEqualTo(JobState.ENDED);
        assertThat(view.count(ElementState.CANCELLED)).isEqualTo(1);
    }

    @Test
    void aPlanAfterTheCancelIsRefusedAndNothingWaitsForItsWorker() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        Lease lease = worker.one();
        coordinator.jobs().cancel(job.id());

        assertThat(worker.plan(lease, FixedPlanner.TEXT)).isInstanceOf(PlanReply.Stale.class);

        assertThat(coordinator.jobs().show(job.id()).state()).isEqualTo(JobState.ENDED);
    }

    @Test
    void retryRunsWhatEndedWithoutAResult() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 2));
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        worker.release(worker.one(), Release.Outcome.REFUSED, ErrorCode.NO_PATH);
        assertThat(ended(job.id()).count(ElementState.REFUSED)).isEqualTo(1);

        assertThat(coordinator.jobs().retry(job.id()).state()).isEqualTo(JobState.RUNNING);
        Lease again = worker.one();
        assertThat(again.key().task()).endsWith("/2/1");
        worker.work(again, FixedPlanner.TEXT);

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(element(job, 2).attempts()).hasSize(2);
    }

    @Test
    void pagesThroughElementsAndJobs() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 5));
        coordinator.jobs().submit(inline("png", 1));

        var first = coordinator.jobs().elements(job.id(), Optional.empty(), Optional.empty(), 3);
        assertThat(first.items()).hasSize(3);
        var second = coordinator.jobs().elements(job.id(), Optional.empty(), first.next(), 3);
        assertThat(second.items())
                .extracting(ElementView::id)
                .containsExactly(job.id() + "/4", job.id() + "/5");
        assertThat(second.next()).isEmpty();

        var jobs = coordinator.jobs().list(Optional.empty(), 1);
        assertThat(jobs.items()).hasSize(1);
        assertThat(coordinator.jobs().list(jobs.next(), 1).items())
                .extracting(JobView::id)
                .doesNotContain(jobs.items().getFirst().id());
    }

    @Test
    void resumesTheSameRequestWithoutRedoingWhatIsDone() throws Exception {
        JobView job = submitFolder("a.txt", "b.txt");
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        worker.work(worker.one(), FixedPlanner.TEXT);
        ended(job.id());
        Files.writeString(from.resolve("b.txt"), "another, longer text");
        write("c.txt");

        JobView again = coordinator.jobs().submitOrResume(folders());
        assertThat(again.id()).isEqualTo(job.id());
        worker.work(worker.one(), FixedPlanner.TEXT);
        worker.work(worker.one(), FixedPlanner.TEXT);

        assertThat(ended(job.id()).count(ElementState.DONE)).isEqualTo(3);
        assertThat(worker.lease(1, 0)).isEmpty();
        assertThat(element(job, 1).attempts()).hasSize(1);
        assertThat(into.resolve("b.png")).hasContent("done: another, longer text");
    }
}
