package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.PairedJobs.TEXTS_AND_NOTES;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Release;

/** Groups after a retry, a change of the source, a lost worker, a restart. */
abstract class PairingRerunSuite extends CoordinatorSuite {

    private final PairedJobs paired = new PairedJobs(this);

    @Test
    void whatWasMissingIsFoundWhenTheJobRunsAgain() throws Exception {
        JobView job = paired.submit(TEXTS_AND_NOTES, "a.txt", "b.note", "d.txt", "d.note");
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        ended(job.id());

        write("a.note");
        write("b.txt");
        coordinator.jobs().retry(job.id());
        worker.work(worker.one(), FixedPlanner.TEXT);
        worker.work(worker.one(), FixedPlanner.TEXT);

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(paired.texts(job))
                .containsExactlyInAnyOrder("d.txt DONE", "a.txt DONE", "b.txt DONE");
        assertThat(into.resolve("a.png")).exists();
        assertThat(worker.lease(5, 0)).isEmpty();
    }

    @Test
    void aRetryNeverRunsAnIncompleteGroup() throws Exception {
        JobView job = paired.submit(TEXTS_AND_NOTES, "a.txt");
        FakeWorker worker = worker("w1");
        ended(job.id());

        coordinator.jobs().retry(job.id());

        ended(job.id());
        assertThat(worker.lease(5, 0)).isEmpty();
        assertThat(paired.texts(job)).containsExactly("a.txt REFUSED the source holds no 'a.note'");
    }

    @Test
    void doneStaysDoneUnlessOneOfItsObjectsChanged() throws Exception {
        JobView job = paired.submit(TEXTS_AND_NOTES, "a.txt", "a.note", "b.txt", "b.note");
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        worker.work(worker.one(), FixedPlanner.TEXT);
        ended(job.id());

        Files.writeString(from.resolve("b.note"), "other text");
        Files.setLastModifiedTime(
                from.resolve("b.note"), FileTime.from(Instant.now().plusSeconds(9)));
        JobView again = coordinator.jobs().submitOrResume(paired.request(TEXTS_AND_NOTES));
        assertThat(again.id()).isEqualTo(job.id());
        Lease lease = worker.one();

        assertThat(lease.name()).isEqualTo("b.txt");
        assertThat(((Content.Located) lease.partners().getFirst().content()).size())
                .isEqualTo("other text".length());
        worker.work(lease, FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(worker.lease(5, 0)).isEmpty();
    }

    @Test
    void aGroupThatLostAPartnerIsNotRunWithoutIt() throws Exception {
        JobView job = paired.submit(TEXTS_AND_NOTES, "a.txt", "a.note");
        FakeWorker worker = worker("w1");
        worker.release(worker.one(), Release.Outcome.REFUSED, ErrorCode.NO_PATH);
        ended(job.id());

        Files.delete(from.resolve("a.note"));
        coordinator.jobs().submitOrResume(paired.request(TEXTS_AND_NOTES));

        ended(job.id());
        assertThat(worker.lease(5, 0)).isEmpty();
        assertThat(paired.texts(job)).containsExactly("a.txt REFUSED the source holds no 'a.note'");
    }

    @Test
    void aLostWorkerCostsNoGroupItsPartners() throws Exception {
        JobView job = paired.submit(TEXTS_AND_NOTES, "a.txt", "a.note");
        worker("w1").one();
        runOut(job);

        Lease again = worker("w2").one();

        assertThat(again.partners()).hasSize(1);
    }

    @Test
    void aRestartInTheMiddleOfAListingLosesAndDoublesNothing() throws Exception {
        reopen(smallSteps());
        for (int i = 0; i < 30; i++) {
            write(i + ".txt");
            write(i + ".note");
        }
        write("orphan.note");
        JobView job = coordinator.jobs().submit(paired.request(TEXTS_AND_NOTES));
        int done = 0;
        for (int turn = 0; done < 30 && turn < 60; turn++) {
            FakeWorker worker = worker("w" + turn);
            for (Lease lease : worker.lease(4, 10_000)) {
                worker.work(lease, FixedPlanner.TEXT);
                done++;
            }
            reopen(smallSteps());
        }

        assertThat(ended(job.id()).count(ElementState.DONE)).isEqualTo(30);
        assertThat(paired.texts(job)).doesNotHaveDuplicates().hasSize(31);
        try (Stream<Path> results = Files.list(into)) {
            assertThat(results.filter(p -> p.toString().endsWith(".png"))).hasSize(30);
        }
    }

    /** A listing that stops every five tasks, so that a restart meets it in the middle. */
    private CoordinatorSettings smallSteps() {
        return settings.withLookAhead(5);
    }

    @Test
    void aDatabaseFromBeforeIsBroughtUpToDate() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        ended(job.id());
        coordinator.close();
        inDatabase(database -> database.write(handle -> OlderSchema.of(handle, 3)));

        open(settings);

        assertThat(element(job, 1).state()).isEqualTo(ElementState.DONE);
        assertThat(element(job, 1).partners()).isEmpty();
        JobView other = paired.submit(TEXTS_AND_NOTES, "a.note");
        assertThat(worker("w2").one().partners()).hasSize(1);
        assertThat(other.id()).isNotEqualTo(job.id());
    }
}
