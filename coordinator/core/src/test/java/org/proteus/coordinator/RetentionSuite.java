package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;

/** Jobs that are removed. */
abstract class RetentionSuite extends CoordinatorSuite {

    private static final List<String> TABLES =
            List.of(
                    "job",
                    "element",
                    "task",
                    "attempt",
                    "decision",
                    "scaling_point",
                    "content",
                    "secret",
                    "submission",
                    "leftover",
                    "removal");

    private Map<String, Long> rows() {
        return inDatabase(database ->
                database.read(handle -> {
                    Map<String, Long> rows = new TreeMap<>();
                    for (String table : TABLES) {
                        String count = "select count(*) from " + table;
                        rows.put(table, handle.createQuery(count).mapTo(Long.class).one());
                    }
                    return rows;
                }));
    }

    private JobView done(JobRequest request, FakeWorker worker) throws InterruptedException {
        JobView job = coordinator.jobs().submit(request);
        while (!coordinator.jobs().show(job.id()).state().isFinal()) {
            worker.work(worker.one(), FixedPlanner.TEXT);
        }
        return job;
    }

    /** Lets a job have ended as long ago. */
    private void age(JobView job, Duration age) {
        inDatabase(database ->
                database.write(handle ->
                        handle.createUpdate("update job set ended = ended - :age where id = :id")
                                .bind("age", age.toMillis())
                                .bind("id", job.id())
                                .execute()));
    }

    private void isGone(JobView job) {
        assertThatThrownBy(() -> coordinator.jobs().show(job.id()))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.NOT_FOUND);
                            assertThat(e.problem().action()).contains("removed");
                        });
    }

    @Test
    void aRemovedJobLeavesNothingBehind() throws Exception {
        FakeWorker worker = worker("w1");
        JobRequest request = inline("png", 3);
        JobView job = coordinator.jobs().submit(request, Optional.of("key"));
        for (int i = 0; i < 3; i++) {
            worker.work(worker.one(), FixedPlanner.TEXT);
        }
        coordinator
                .scaling()
                .record(job.id(), Decision.unmeasured(job.created(), "fixed", 0, 1, "objects", ""));
        coordinator.scaling().note(Map.of(job.id(), ChartSuite.point(1)));
        assertThat(rows())
                .containsEntry("content", 6L)
                .containsEntry("attempt", 3L)
                .containsEntry("decision", 1L)
                .containsEntry("scaling_point", 1L)
                .containsEntry("submission", 1L);

        coordinator.jobs().remove(job.id());
        isGone(job);
        assertThat(coordinator.jobs().list(Optional.empty(), 10).items()).isEmpty();
        coordinator.look();

        assertThat(rows().values()).containsOnly(0L);
        assertThat(coordinator.jobs().submit(request, Optional.of("key")).id())
                .isNotEqualTo(job.id());
    }

    @Test
    void secretsGoWithTheirJobThoseOfAnEarlierSubmissionToo() throws Exception {
        write("a.txt");
        FakeWorker worker = worker("w1");
        JobView job = done(withPassword("first"), worker);
        coordinator.jobs().submitOrResume(withPassword("second"));
        ended(job.id());
        assertThat(rows()).containsEntry("secret", 2L);

        coordinator.jobs().remove(job.id());

        assertThat(rows()).containsEntry("secret", 0L);
        assertThat(into.resolve("a.png")).exists();
    }

    private JobRequest withPassword(String password) {
        return new JobRequest(
                Place.of(from.toUri().toString()),
                "png",
                new Place(into.toUri().toString(), Optional.of(new Credentials("user", password))),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void anActiveJobIsNeverRemoved() throws Exception {
        reopen(settings.withJobs(JobLimits.DEFAULT.withKept(Duration.ofMillis(1), 0)));
        JobView job = coordinator.jobs().submit(inline("png", 1));
        coordinator.jobs().pause(job.id());

        assertThatThrownBy(() -> coordinator.jobs().remove(job.id()))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.CONFLICT));
        coordinator.look();

        assertThat(coordinator.jobs().show(job.id()).state()).isEqualTo(JobState.PAUSED);
    }

    @Test
    void whatIsOldGoesByItself() throws Exception {
        reopen(settings.withJobs(JobLimits.DEFAULT.withKept(Duration.ofDays(30), Long.MAX_VALUE)));
        FakeWorker worker = worker("w1");
        JobView old = done(inline("png", 2), worker);
        JobView young = done(inline("png", 1), worker);
        age(old, Duration.ofDays(31));
        age(young, Duration.ofDays(29));

        coordinator.look();

        isGone(old);
        assertThat(coordinator.jobs().show(young.id()).allDone()).isTrue();
        assertThat(rows())
                .containsEntry("element", 1L)
                .containsEntry("task", 1L)
                .containsEntry("attempt", 1L)
                .containsEntry("content", 2L)
                .containsEntry("removal", 0L);
    }

    @Test
    void whatIsTooManyGoesOldestFirstAndTheLastStays() throws Exception {
        reopen(settings.withJobs(JobLimits.DEFAULT.withKept(Duration.ofDays(30), 3)));
        FakeWorker worker = worker("w1");
        JobView first = done(inline("png", 2), worker);
        JobView second = done(inline("png", 1), worker);
        JobView third = done(inline("png", 2), worker);
        age(first, Duration.ofHours(2));
        age(second, Duration.ofHours(1));
        coordinator.look();
        isGone(first);
        assertThat(coordinator.jobs().show(second.id()).allDone()).isTrue();

        JobView large = done(inline("png", 5), worker);
        age(third, Duration.ofMinutes(1));
        coordinator.look();
        isGone(second);
        isGone(third);
        assertThat(coordinator.jobs().show(large.id()).allDone()).isTrue();
    }

    @Test
    void manyElementsGoInSmallSteps() throws Exception {
        JobView job = coordinator.jobs().submit(inline("png", 1200));
        coordinator.jobs().cancel(job.id());
        coordinator.jobs().remove(job.id());

        coordinator.look();

        assertThat(rows().values()).containsOnly(0L);
    }

    @Test
    void aResultThatComesAfterwardsDoesNotCount() throws Exception {
        JobView job = submitFolder("a.txt");
        FakeWorker late = worker("w1");
        Lease lease = late.one();
        PlanReply.Run plan = (PlanReply.Run) late.plan(lease, FixedPlanner.TEXT);
        runOut(job);
        FakeWorker other = worker("w2");
        other.work(other.one(), FixedPlanner.TEXT);
        ended(job.id());
        coordinator.jobs().remove(job.id());

        assertThat(late.commit(lease, plan, "x", 1)).isFalse();
        coordinator.look();
        assertThat(late.commit(lease, plan, "x", 1)).isFalse();
    }

    @Test
    void goesOnDeletingAfterARestart() throws Exception {
        JobView job = done(inline("png", 2), worker("w1"));
        coordinator.jobs().remove(job.id());
        assertThat(rows()).containsEntry("removal", 1L);

        reopen(settings);
        coordinator.look();

        isGone(job);
        assertThat(rows().values()).containsOnly(0L);
    }

    @Test
    void whatAnOlderVersionStoredGoesWithItsJobToo() throws Exception {
        write("a.txt");
        FakeWorker worker = worker("w1");
        JobView inline = done(inline("png", 2), worker);
        JobView folder = done(withPassword("first"), worker);
        coordinator.close();
        inDatabase(database -> database.write(handle -> OlderSchema.of(handle, 4)));
        open(settings);
        assertThat(coordinator.jobs().result(inline.id(), 1).size()).isPositive();

        coordinator.jobs().remove(inline.id());
        coordinator.jobs().remove(folder.id());
        coordinator.look();

        assertThat(rows().values()).containsOnly(0L);
    }
}
