package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.proteus.worker.WorkerFixture.TEXT;
import static org.proteus.worker.WorkerFixture.inline;
import static org.proteus.worker.WorkerFixture.key;
import static org.proteus.worker.WorkerFixture.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

/** Tasks that are refused, given back or planned anew. */
class WorkerFailuresTest {

    @TempDir Path folder;
    private WorkerFixture fixture;
    private FakeQueue queue;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new WorkerFixture(folder);
        queue = fixture.queue;
    }

    @AfterEach
    void end() throws IOException {
        fixture.close();
        assertThat(fixture.leftInWork()).isEmpty();
    }

    @Test
    void refusalsAndGivingBackEndTheTask() throws Exception {
        Problem problem = Problem.of(ErrorCode.NO_PATH, "no way");
        queue.planner =
                request ->
                        switch (request.key().task()) {
                            case "job/1/0" -> new PlanReply.Refuse(problem);
                            case "job/2/0" -> new PlanReply.GiveBack(problem);
                            case "job/3/0" -> new PlanReply.Fail(problem);
                            default -> new PlanReply.Stale();
                        };
        queue.offer(IntStream.rangeClosed(1, 4).mapToObj(n -> inline(n, "x")).toList());
        fixture.start();

        await().until(() -> queue.releases.size() == 3 && queue.planned.size() == 4);
        assertThat(queue.releaseOf(key(1)).outcome()).isEqualTo(Release.Outcome.REFUSED);
        assertThat(queue.releaseOf(key(1)).problem()).isEqualTo(problem);
        assertThat(queue.releaseOf(key(2)).outcome()).isEqualTo(Release.Outcome.RETURNED);
        assertThat(queue.releaseOf(key(2)).record().typeFound()).contains(TEXT);
        assertThat(queue.releaseOf(key(3)).outcome()).isEqualTo(Release.Outcome.FAILED);
        assertThat(queue.commits).isEmpty();
    }

    @Test
    void aFailedStepIsReplannedFromTheLastGoodIntermediate() throws Exception {
        queue.planner =
                request -> request.failures().isEmpty() ? run("copy", "broken") : run("append");
        fixture.runner.on("broken", invocation -> false).on("append", ScriptedRunner::exclamation);
        queue.offer(fixture.file(1, "a.txt", "ab"));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.result(1)).isEqualTo("AB!");
        assertThat(queue.planned.getLast().failures()).hasSize(1);
        assertThat(queue.planned.getLast().failures().getFirst().problem().code())
                .isEqualTo(ErrorCode.PROGRAM_FAILED);
        assertThat(queue.commitOf(key(1)).record().steps()).hasSize(3);
    }

    @Test
    void aFirstStepThatFailsLeavesTheObjectForTheNextPlan() throws Exception {
        queue.planner = request -> request.failures().isEmpty() ? run("broken") : run("append");
        fixture.runner.on("broken", invocation -> false).on("append", ScriptedRunner::exclamation);
        queue.offer(fixture.file(1, "a.txt", "ab"));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.result(1)).isEqualTo("ab!");
    }

    @Test
    void anEmptyObjectIsRefusedUnlessItIsForwarded() throws Exception {
        queue.planner = request -> request.key().equals(key(1)) ? run("copy") : run();
        queue.offer(fixture.file(1, "a.txt", ""), fixture.file(2, "b.txt", ""));
        fixture.start();

        await().until(() -> queue.releases.size() == 1 && queue.published.size() == 1);
        assertThat(queue.releaseOf(key(1)).outcome()).isEqualTo(Release.Outcome.REFUSED);
        assertThat(queue.releaseOf(key(1)).problem().code()).isEqualTo(ErrorCode.BROKEN_OBJECT);
        assertThat(fixture.result(2)).isEmpty();
    }

    @Test
    void whatCannotBeReadFailsWithItsReason() throws Exception {
        Lease shorter = fixture.file(2, "short.txt", "abc");
        queue.offer(
                fixture.file(1, "missing.txt", 5L),
                fixture.file(2, "short.txt", 99L),
                new Lease(
                        key(3),
                        Lease.Work.TRANSFORM,
                        "x",
                        Optional.empty(),
                        Optional.of(
                                new Content.Located("gopher://h/", "x", "", -1, Optional.empty())),
                        List.of(),
                        shorter.destination(),
                        TEXT,
                        Map.of(),
                        true,
                        false));
        fixture.start();

        await().until(() -> queue.releases.size() == 3);
        assertThat(queue.releases)
                .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(Release.Outcome.FAILED));
        assertThat(queue.releaseOf(key(1)).problem().code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
        assertThat(queue.releaseOf(key(2)).problem().message()).contains("3 of 99 bytes");
        assertThat(queue.releaseOf(key(3)).problem().code()).isEqualTo(ErrorCode.UNKNOWN_SCHEME);
    }
}
