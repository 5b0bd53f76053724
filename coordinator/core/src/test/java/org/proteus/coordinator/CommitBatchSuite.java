package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.TaskRecord;

/** Commits that come together: each counts, or does not, by itself. */
abstract class CommitBatchSuite extends CoordinatorSuite {

    private static final int WORKERS = 6;
    private static final int EACH = 20;

    @Test
    void aStaleCommitDoesNotSpoilTheOthersOfItsBatch() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 3));
        Lease lost = worker("slow").one();
        runOut(job);
        List<Lease> leases = worker("fast").lease(3, 10_000);
        assertThat(leases).hasSize(3);

        List<Commit> batch = new ArrayList<>(leases.stream().map(l -> commit(l, "new")).toList());
        batch.add(1, commit(lost, "old"));

        assertThat(accepted(batch)).containsExactly(true, false, true, true);
        assertThat(ended(job.id()).allDone()).isTrue();
        for (long seq = 1; seq <= 3; seq++) {
            assertThat(result(job, seq)).isEqualTo("new");
        }
        assertThat(element(job, 1).attempts())
                .extracting(AttemptView::outcome)
                .containsExactly("stale", "done");
    }

    /** As if the first answer had been lost. */
    @Test
    void theSameCommitTwiceInABatchCountsOnceAndHearsTheSame() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 2));
        List<Lease> leases = worker("one").lease(2, 10_000);
        Commit first = commit(leases.getFirst(), "first");

        assertThat(accepted(List.of(first, commit(leases.getLast(), "last"), first)))
                .containsExactly(true, true, true);
        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(element(job, 1).attempts()).hasSize(1);
    }

    @Test
    void whatManyWorkersCommitAtOnceIsAllKept() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", WORKERS * EACH));
        List<Callable<List<Boolean>>> calls = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            List<Lease> leases = worker("w" + i).lease(EACH, 10_000);
            assertThat(leases).hasSize(EACH);
            calls.add(() -> accepted(leases.stream().map(l -> commit(l, l.name())).toList()));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            for (Future<List<Boolean>> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(Collections.nCopies(EACH, true));
            }
        }
        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(IntStream.rangeClosed(1, WORKERS * EACH).mapToObj(seq -> result(job, seq)))
                .containsExactlyElementsOf(
                        IntStream.range(0, WORKERS * EACH)
                                .mapToObj(i -> "object" + i + ".txt")
                                .toList());
    }

    private List<Boolean> accepted(List<Commit> batch) {
        return coordinator.queue().commit(batch).stream().map(CommitReply::accepted).toList();
    }

    private String result(JobView job, long seq) {
        return new String(coordinator.jobs().result(job.id(), seq).array(), StandardCharsets.UTF_8);
    }

    private static Commit commit(Lease lease, String result) {
        Bytes content = Bytes.of(result.getBytes(StandardCharsets.UTF_8));
        return new Commit(
                lease.key(), "", content.size(), "", Optional.of(content), TaskRecord.EMPTY);
    }
}
