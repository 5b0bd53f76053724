package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;

/** What workers leave in a sink that are killed before they hear that their result is refused. */
abstract class LeftoverSuite extends CoordinatorSuite {

    /** Looks that are made before a name is forgotten. */
    private static final int LOOKS = 5;

    private static PlanReply.Run run(FakeWorker worker, Lease lease) {
        return (PlanReply.Run) worker.plan(lease, FixedPlanner.TEXT);
    }

    private Path write(Lease lease) throws IOException {
        String name = ((Destination.Stored) lease.destination()).temporaryName();
        return Files.writeString(into.resolve(name), "half a res");
    }

    /** Lets the time of the next look have come, and looks. */
    private void look() {
        inDatabase(database ->
                database.write(handle -> handle.execute("update leftover set due = 0")));
        coordinator.look();
    }

    private long expected() {
        return inDatabase(database ->
                database.read(handle ->
                        handle.createQuery("select count(*) from leftover")
                                .mapTo(Long.class)
                                .one()));
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.list(into)) {
            return files.toList();
        }
    }

    @Test
    void deletesWhatALateWorkerWroteAfterAnotherHadPublished() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker late = worker("late");
        Lease lost = late.one();
        runOut(job);
        FakeWorker other = worker("other");
        other.work(other.one(), FixedPlanner.TEXT);
        assertThat(ended(job.id()).allDone()).isTrue();
        Path left = write(lost);

        look();

        assertThat(left).doesNotExist();
        assertThat(stored()).containsExactly(into.resolve("a.png"));
    }

    @Test
    void looksAgainSinceSuchAWorkerMayStillLive() throws Exception {
        JobView job = submitFolder("a.txt");
        Lease lost = worker("late").one();
        runOut(job);
        for (int i = 0; i < LOOKS; i++) {
            assertThat(expected()).isEqualTo(1);
            Path left = write(lost);
            look();
            assertThat(left).doesNotExist();
        }
        assertThat(expected()).isZero();
    }

    @Test
    void doesNotTouchWhatIsLeasedOrWaitsForItsPublication() throws Exception {
        JobView job = submitFolder("a.txt", "b.txt");
        FakeWorker first = worker("first");
        Lease committed = first.one();
        Lease lost = first.one();
        assertThat(first.prepareAndCommit(committed, run(first, committed))).isTrue();
        runOut(job);
        FakeWorker second = worker("second");
        List<Lease> leases = second.lease(2, 10_000);
        Lease again =
                leases.stream()
                        .filter(lease -> lease.work() == Lease.Work.TRANSFORM)
                        .findFirst()
                        .orElseThrow();
        Path written = write(again);
        Path late = write(lost);

        look();

        assertThat(late).doesNotExist();
        assertThat(written).exists();
        for (Lease lease : leases) {
            second.work(lease, FixedPlanner.TEXT);
        }
        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(stored())
                .containsExactlyInAnyOrder(into.resolve("a.png"), into.resolve("b.png"));
    }

    @Test
    void cleansUpBehindWorkersOfACancelledJobToo() throws Exception {
        JobView job = submitFolder("a.txt");
        Lease lost = worker("late").one();
        Path left = write(lost);
        coordinator.jobs().cancel(job.id());
        runOut(job);
        assertThat(ended(job.id()).count(ElementState.CANCELLED)).isEqualTo(1);

        look();

        assertThat(left).doesNotExist();
    }

    @Test
    void goesOnAfterARestartAndWhenASinkIsAway() throws Exception {
        JobView job = submitFolder("a.txt");
        Lease lost = worker("late").one();
        runOut(job);
        Path left = write(lost);
        Path away = into.resolveSibling("away");
        Files.move(into, away);
        Files.writeString(into, "no folder");

        look();
        assertThat(expected()).isEqualTo(1);
        Files.delete(into);
        Files.move(away, into);
        reopen(settings);
        look();

        assertThat(left).doesNotExist();
    }

    @Test
    void needsNoSinkForResultsThatAreKeptHere() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        worker("late").one();
        runOut(job);
        assertThat(expected()).isEqualTo(1);

        look();

        assertThat(expected()).isZero();
    }
}
