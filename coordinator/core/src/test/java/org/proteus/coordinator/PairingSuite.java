package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.proteus.coordinator.PairedJobs.TEXTS_AND_NOTES;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Pairing;
import org.proteus.foundation.model.job.PartnerView;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Partner;

/** Objects that belong together: listed, leased, reported. */
abstract class PairingSuite extends CoordinatorSuite {

    private final PairedJobs paired = new PairedJobs(this);

    @Test
    void aGroupIsOneElementAndItsLeaseBringsEverything() throws Exception {
        JobView job = paired.submit(TEXTS_AND_NOTES, "a.note", "a.txt");
        FakeWorker worker = worker("w1");

        Lease lease = worker.one();

        assertThat(lease.name()).isEqualTo("a.txt");
        Partner partner = lease.partners().getFirst();
        assertThat(lease.partners()).hasSize(1);
        assertThat(partner.name()).isEqualTo("a.note");
        Content.Located main = (Content.Located) lease.content().orElseThrow();
        Content.Located other = (Content.Located) partner.content();
        assertThat(other.source()).isEqualTo(main.source());
        assertThat(other.entry()).isEqualTo("a.note");
        assertThat(other.size()).isEqualTo("text of a.note".length());
        assertThat(other.etag()).isNotEmpty();

        worker.work(lease, FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(into.resolve("a.png")).hasContent("done: text of a.txt");
        assertThat(element(job, 1).partners())
                .extracting(PartnerView::name)
                .containsExactly("a.note");
    }

    @Test
    void saysWhatIsMissingAndWhatBelongsToNothing() throws Exception {
        JobView job = paired.submit(TEXTS_AND_NOTES, "a.txt", "b.note", "c.md", "d.txt", "d.note");
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);

        JobView view = ended(job.id());
        assertThat(worker.lease(5, 0)).isEmpty();

        assertThat(view.state()).isEqualTo(JobState.ENDED);
        assertThat(view.allDone()).isFalse();
        assertThat(paired.texts(job))
                .containsExactlyInAnyOrder(
                        "d.txt DONE",
                        "a.txt REFUSED the source holds no 'a.note'",
                        "b.note REFUSED the source holds no 'b.txt'",
                        "c.md SKIPPED its name fits no pattern of the pairing");
        assertThat(paired.elements(job).stream().filter(e -> e.name().equals("a.txt")))
                .singleElement()
                .satisfies(e ->
                        assertThat(e.problem().orElseThrow().code())
                                .isEqualTo(ErrorCode.NO_PARTNER));
    }

    @Test
    void pairsByOrder() throws Exception {
        JobView job =
                paired.submit(
                        new Pairing.ByOrder(3), "1.txt", "2.txt", "3.txt", "4.txt", "x/1.txt");
        FakeWorker worker = worker("w1");

        Lease lease = worker.one();
        assertThat(lease.name()).isEqualTo("1.txt");
        assertThat(lease.partners()).extracting(Partner::name).containsExactly("2.txt", "3.txt");
        worker.work(lease, FixedPlanner.TEXT);

        assertThat(ended(job.id()).state()).isEqualTo(JobState.ENDED);
        assertThat(paired.texts(job))
                .containsExactlyInAnyOrder(
                        "1.txt DONE",
                        "4.txt REFUSED the last group of its folder has 1 of 3 objects",
                        "x/1.txt REFUSED the last group of its folder has 1 of 3 objects");
    }

    @Test
    void pairsByManifest() throws Exception {
        Files.writeString(
                from.resolve("list.csv"),
                "input,input,output\na.txt,n.md,\nb.txt,n.md,../../the end\nb.txt,gone,\nx\n");
        JobView job =
                paired.submit(new Pairing.ByManifest("list.csv"), "a.txt", "b.txt", "n.md", "z");
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);

        ended(job.id());
        assertThat(worker.lease(5, 0)).isEmpty();
        assertThat(paired.texts(job))
                .containsExactlyInAnyOrder(
                        "a.txt DONE",
                        "list.csv line 3 REFUSED line 3 of 'list.csv': '../../the end' leads out of"
                                + " the source",
                        "b.txt REFUSED line 4 of 'list.csv': the source holds no 'gone'",
                        "list.csv line 5 REFUSED line 5 of 'list.csv': it names 1 objects, a group"
                                + " has 2 to 16",
                        "z SKIPPED the manifest 'list.csv' does not list it");
    }

    @Test
    void theManifestNamesResults() throws Exception {
        Files.writeString(
                from.resolve("list.jsonl"),
                """
                {"inputs": ["a.txt", "b.txt"], "output": "d/first"}
                {"inputs": ["a.txt", "c.txt"], "output": "d/second"}
                """);
        JobView job =
                paired.submit(new Pairing.ByManifest("list.jsonl"), "a.txt", "b.txt", "c.txt");
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        worker.work(worker.one(), FixedPlanner.TEXT);

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(into.resolve("d/first.png")).exists();
        assertThat(into.resolve("d/second.png")).exists();

        coordinator.jobs().submitOrResume(paired.request(new Pairing.ByManifest("list.jsonl")));
        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(worker.lease(5, 0)).isEmpty();
    }

    @Test
    void aManifestThatIsNotThereOrNoTextFailsTheJob() throws Exception {
        Files.write(from.resolve("x.csv"), new byte[] {'a', ',', 0, 'b'});
        JobView absent = paired.submit(new Pairing.ByManifest("y.csv"), "a.txt");
        JobView binary = paired.submit(new Pairing.ByManifest("x.csv"));

        assertThat(ended(absent.id()).problem().orElseThrow().text())
                .contains("holds no manifest 'y.csv'");
        assertThat(ended(binary.id()).problem().orElseThrow().text())
                .contains("line 1 of the manifest 'x.csv' is not UTF-8 text");
        assertThat(ended(binary.id()).state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void objectsOfARequestCannotBePaired() {
        assertThatThrownBy(() ->
                        coordinator
                                .jobs()
                                .submit(
                                        inline("png", 2)
                                                .withPairing(Optional.of(new Pairing.ByOrder(2)))))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }

    @Test
    void classicMatchingKnowsNoPairs() {
        JobRequest request = paired.request(TEXTS_AND_NOTES);
        JobRequest classic =
                new JobRequest(
                                request.from(),
                                request.to(),
                                request.into(),
                                null,
                                new PlanRules(List.of(), List.of(), false, Matching.CLASSIC),
                                null,
                                null,
                                null,
                                null)
                        .withPairing(request.pairing());

        assertThatThrownBy(() -> coordinator.jobs().submit(classic))
                .hasMessageContaining("classic matching knows no units with several sources");
    }

    @Test
    void anotherPairingIsAnotherJob() throws Exception {
        JobView first = paired.submit(TEXTS_AND_NOTES, "a.txt", "a.note");
        JobView second = paired.submit(new Pairing.ByOrder(2));

        assertThat(second.id()).isNotEqualTo(first.id());
    }
}
