package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobView;

/** Requests that come again with the same key. */
abstract class SubmissionSuite extends CoordinatorSuite {

    private static final Optional<String> KEY = Optional.of("8e03978e-40d5-43dd-bc93-6894a57f9324");

    private List<JobView> jobs() {
        return coordinator.jobs().list(Optional.empty(), 100).items();
    }

    @Test
    void theSameKeyGivesTheSameJobEvenAfterARestart() throws Exception {
        write("a.txt");
        JobView job = coordinator.jobs().submit(folders(), KEY);

        assertThat(coordinator.jobs().submit(folders(), KEY).id()).isEqualTo(job.id());
        reopen(settings);
        Files.delete(from.resolve("a.txt"));
        Files.delete(from);
        assertThat(coordinator.jobs().submit(folders(), KEY).id()).isEqualTo(job.id());

        assertThat(jobs()).extracting(JobView::id).containsExactly(job.id());
    }

    @Test
    void anotherKeyAndNoKeyGiveAnotherJob() {
        JobView job = coordinator.jobs().submit(inline("png", 1), KEY);

        assertThat(coordinator.jobs().submit(inline("png", 1), Optional.of("other")).id())
                .isNotEqualTo(job.id());
        assertThat(coordinator.jobs().submit(inline("png", 1)).id()).isNotEqualTo(job.id());
        assertThat(jobs()).hasSize(3);
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        JobView job = coordinator.jobs().submit(inline("png", 1), KEY);

        assertThatThrownBy(() -> coordinator.jobs().submit(inline("png", 2), KEY))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.CONFLICT);
                            assertThat(e.problem().message()).contains(job.id());
                            assertThat(e.problem().action()).contains("fresh key");
                        });
        assertThatThrownBy(() -> coordinator.jobs().submitOrResume(inline("png", 1), KEY))
                .isInstanceOf(ProteusException.class);
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void aRequestThatWasRefusedLeavesItsKeyFree() {
        assertThatThrownBy(() -> coordinator.jobs().submit(inline("no/such", 1), KEY))
                .isInstanceOf(ProteusException.class);

        assertThat(coordinator.jobs().submit(inline("png", 1), KEY).id()).isNotBlank();
    }

    @Test
    void aResumedJobIsResumedOnceForAKey() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker worker = worker("w1");
        worker.work(worker.one(), FixedPlanner.TEXT);
        ended(job.id());
        write("b.txt");

        assertThat(coordinator.jobs().submitOrResume(folders(), KEY).id()).isEqualTo(job.id());
        worker.work(worker.one(), FixedPlanner.TEXT);
        ended(job.id());
        write("c.txt");

        JobView again = coordinator.jobs().submitOrResume(folders(), KEY);
        assertThat(again.id()).isEqualTo(job.id());
        assertThat(again.state().isFinal()).isTrue();
        assertThat(again.total()).isEqualTo(2);
    }

    @Test
    void manyAtOnceGiveOneJob() throws Exception {
        assertThat(idsOfManyAtOnce(coordinator, coordinator)).hasSize(1);
        assertThat(jobs()).hasSize(1);
    }

    /** Submits the same eight times at once, in turn to each of these. */
    static Set<String> idsOfManyAtOnce(Coordinator... asked) throws Exception {
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        Set<String> ids = new HashSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Jobs jobs = asked[i % asked.length].jobs();
                answers.add(
                        pool.submit(() -> {
                            together.await();
                            return jobs.submit(inline("png", 3), KEY).id();
                        }));
            }
            for (Future<String> answer : answers) {
                ids.add(answer.get());
            }
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k\u00e9y", "a\nb"})
    void whatCanBeNoKeyIsRefused(String key) {
        assertThatThrownBy(() -> coordinator.jobs().submit(inline("png", 1), Optional.of(key)))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST));
        assertThat(jobs()).isEmpty();
    }
}
