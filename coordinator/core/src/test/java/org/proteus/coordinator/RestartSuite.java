package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.store.Database;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

/** A coordinator that ends and begins again over the same state. */
abstract class RestartSuite extends CoordinatorSuite {

    @Test
    void goesOnWithEveryTaskWhereItStood() throws Exception {
        JobView job = submitFolder("a.txt", "b.txt", "c.txt", "d.txt");
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        Lease stored = worker.one();
        PlanReply.Run plan = (PlanReply.Run) worker.plan(stored, FixedPlanner.TEXT);
        worker.prepareAndCommit(stored, plan);
        Lease leased = worker.one();

        reopen(settings);

        FakeWorker same = again("w1");
        assertThat(same.heartbeat(stored, leased).lost()).isEmpty();
        same.publish(stored, "done: text of b.txt".length());
        same.work(leased, FixedPlanner.TEXT);
        same.work(same.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).count(ElementState.DONE)).isEqualTo(4);
        assertThat(into.resolve("d.png")).hasContent("done: text of d.txt");
    }

    private FakeWorker again(String id) {
        return new FakeWorker(coordinator, HANDLERS, id, FixedPlanner.ONE, FixedPlanner.TWO);
    }

    @Test
    void countsLeasesOfAProcessThatIsGoneAsLost() throws Exception {
        reopen(settings.withWorkersInProcess());
        JobView job = submitFolder("a.txt", "b.txt");
        FakeWorker worker = worker("w1");
        Lease stored = worker.one();
        PlanReply.Run plan = (PlanReply.Run) worker.plan(stored, FixedPlanner.TEXT);
        worker.prepareAndCommit(stored, plan);
        worker.one();

        reopen(settings);

        boolean exclusive = settings.databaseUrl().isEmpty();
        if (!exclusive) {
            runOut(job);
        }
        FakeWorker next = worker("w2");
        next.work(next.one(), FixedPlanner.TEXT);
        next.work(next.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(element(job, 2).attempts())
                .extracting(AttemptView::outcome)
                .containsExactly("lost", "done");
    }

    @Test
    void goesOnListingFromItsCursor() throws Exception {
        reopen(settings.withLookAhead(2));
        JobView job = submitFolder("a.txt", "b.txt", "c.txt", "d.txt", "e.txt");
        FakeWorker first = worker("w1");
        Lease one = first.one();
        assertThat(coordinator.jobs().show(job.id()).total()).isLessThan(5);
        first.release(one, Release.Outcome.RETURNED, ErrorCode.UNAVAILABLE);

        reopen(settings);

        FakeWorker worker = again("w1");
        for (int i = 0; i < 5; i++) {
            worker.work(worker.one(), FixedPlanner.TEXT);
        }
        JobView view = ended(job.id());
        assertThat(view.count(ElementState.DONE)).isEqualTo(5);
        assertThat(
                        coordinator
                                .jobs()
                                .elements(job.id(), Optional.empty(), Optional.empty(), 10)
                                .items())
                .extracting(ElementView::name)
                .containsExactly("a.txt", "b.txt", "c.txt", "d.txt", "e.txt");
    }

    @Test
    void keepsEndedJobsAndTheirResults() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        ended(job.id());

        reopen(settings);

        assertThat(coordinator.jobs().show(job.id()).allDone()).isTrue();
        assertThat(coordinator.jobs().result(job.id(), 1).size())
                .isEqualTo("done: content 0".length());
    }

    @Test
    void keepsPasswordsOutOfEveryRowInClear() throws Exception {
        write("a.txt");
        JobRequest request =
                new JobRequest(
                        Place.of(from.toUri().toString()),
                        "png",
                        new Place(
                                into.toUri().toString(),
                                Optional.of(new Credentials("someone", "pass-w0rd-4711"))),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        coordinator.jobs().submit(request);
        FakeWorker worker = worker("w1");
        reopen(settings);

        Lease lease = again(worker.id).one();
        assertThat(((Destination.Stored) lease.destination()).credentials())
                .contains(new Credentials("someone", "pass-w0rd-4711"));
        assertThat(lease.toString()).doesNotContain("pass-w0rd-4711");
        assertThat(everyRow()).contains("a.txt").doesNotContain("pass-w0rd-4711", "someone");
        coordinator.close();
        Path state = settings.dataFolder().resolve("state.mv.db");
        if (Files.exists(state)) {
            assertThat(new String(Files.readAllBytes(state), StandardCharsets.ISO_8859_1))
                    .doesNotContain("pass-w0rd-4711");
        }
    }

    private String everyRow() {
        StringBuilder text = new StringBuilder();
        try (Database beside =
                settings.databaseUrl()
                        .map(Database::atUrl)
                        .orElseGet(() -> Database.inFolder(settings.dataFolder()))) {
            for (String table :
                    new String[] {"job", "element", "task", "attempt", "worker", "decision"}) {
                beside.read(handle ->
                                handle.createQuery("select * from " + table).mapToMap().list())
                        .forEach(text::append);
            }
            beside.read(handle ->
                            handle.createQuery("select sealed from secret")
                                    .map((row, c) -> row.getBytes(1))
                                    .list())
                    .forEach(
                            sealed -> text.append(new String(sealed, StandardCharsets.ISO_8859_1)));
        }
        return text.toString();
    }

    @Test
    void tellsThatItsFolderIsInUse() {
        assertThatThrownBy(() -> open(settings))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.IN_USE);
                            assertThat(e.problem().action()).contains("end that one first");
                        });
    }
}
