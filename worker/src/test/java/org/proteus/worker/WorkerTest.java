package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.proteus.worker.WorkerFixture.TEXT;
import static org.proteus.worker.WorkerFixture.alone;
import static org.proteus.worker.WorkerFixture.inline;
import static org.proteus.worker.WorkerFixture.key;
import static org.proteus.worker.WorkerFixture.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.PublishedPrograms;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.WorkSize;

class WorkerTest {

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
    void tellsHowMuchWorkATaskIsOnceAStepKnows() throws Exception {
        fixture.runner.media = 6_000;
        queue.offer(fixture.file(1, "a.txt", "hello"));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)));
        assertThat(queue.commits.getFirst().record().size()).contains(new WorkSize(6_000, "ms"));
    }

    @Test
    void anObjectArrivesTransformedWithItsRecord() throws Exception {
        queue.offer(fixture.file(1, "a.txt", "hello"));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.result(1)).isEqualTo("HELLO");
        assertThat(fixture.sinkNames()).containsExactly("result 1.txt");
        Commit commit = queue.commits.getFirst();
        assertThat(commit.checksum()).isEqualTo(sha256("HELLO"));
        assertThat(commit.size()).isEqualTo(5);
        assertThat(commit.temporaryName()).isEqualTo(".proteus-job-1-1");
        assertThat(commit.record().typeFound()).contains(TEXT);
        assertThat(commit.record().sourceChecksum()).isEqualTo(sha256("hello"));
        assertThat(commit.record().sourceSize()).isEqualTo(5);
        assertThat(commit.record().steps()).hasSize(1);
        assertThat(commit.record().size()).isEmpty();
        assertThat(queue.registrations).hasSize(1);
        assertThat(queue.registrations.getFirst().offers()).isNotEmpty();
    }

    @Test
    void whatIsPublishedIsOfferedWithTheNextHeartbeatAndOnlyOnce() throws Exception {
        fixture.start();
        await().until(() -> queue.heartbeats.size() > 1);
        assertThat(queue.offers).isEmpty();

        queue.newest = new PublishedPrograms(7, List.of(published("thumbs")));
        await().until(() -> !queue.offers.isEmpty());
        int beats = queue.heartbeats.size();
        await().until(() -> queue.heartbeats.size() > beats + 2);
        assertThat(queue.offers).hasSize(1);
        assertThat(queue.offers.getFirst().offers())
                .extracting(ProgramOffer::program)
                .containsExactly("test", "thumbs");
        assertThat(queue.registrations).hasSize(1);

        queue.breakDown("programs", ErrorCode.UNAVAILABLE);
        queue.newest = new PublishedPrograms(8, List.of());
        int more = queue.heartbeats.size();
        await().until(() -> queue.heartbeats.size() > more + 2);
        queue.repair();
        await().until(() -> queue.offers.size() == 2);
        assertThat(queue.offers.getLast().offers())
                .extracting(ProgramOffer::program)
                .containsExactly("test");

        queue.newest = new PublishedPrograms(9, List.of(published("thumbs")));
        await().until(() -> queue.offers.size() == 3);
        queue.knows = false;
        await().until(() -> queue.registrations.size() == 2);
        assertThat(queue.registrations.getLast().offers())
                .extracting(ProgramOffer::program)
                .containsExactly("test", "thumbs");
    }

    private static TransformationProgram published(String id) {
        return new TransformationProgram(
                id,
                "1",
                "",
                List.of(),
                Optional.of("a.B"),
                List.of(),
                List.of(),
                false,
                "sum-" + id);
    }

    @Test
    void anObjectThatHasTheTypeIsForwardedUntouched() throws Exception {
        queue.planner = request -> run();
        queue.offer(fixture.file(1, "a.txt", "hello"), inline(2, "there"));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)) && queue.commits.size() == 2);
        assertThat(fixture.result(1)).isEqualTo("hello");
        Commit second = commitOf(2);
        assertThat(second.carried().orElseThrow().array()).asString().isEqualTo("there");
        assertThat(second.temporaryName()).isEmpty();
        assertThat(fixture.runner.invocations).isEmpty();
        assertThat(queue.published).containsExactly(key(1));
    }

    @Test
    void severalStepsPassTheirIntermediatesOn() throws Exception {
        queue.planner = request -> run("copy", "double");
        fixture.runner.on(
                "double",
                invocation -> {
                    String text = Files.readString(invocation.input().file());
                    Files.writeString(invocation.output(), text + text);
                    return true;
                });
        queue.offer(fixture.file(1, "a.txt", "ab"));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.result(1)).isEqualTo("ABAB");
    }

    @Test
    void aNameNeverBecomesAPath() throws Exception {
        String hostile = "../../etc/x\n; rm -rf ~ $(id) \u202e\"'`|&.txt";
        Content content = new Content.Carried(inlineBytes("a,b\n1,2\n"));
        Lease lease = WorkerFixture.lease(1, hostile, content, fixture.stored(1), true);
        queue.offer(lease);
        fixture.start();

        await().until(() -> queue.published.contains(key(1)));
        var invocation = fixture.runner.invocations.getFirst();
        assertThat(invocation.input().name()).isEqualTo(hostile);
        for (Path path :
                List.of(invocation.input().file(), invocation.output(), invocation.scratch())) {
            assertThat(path.toString()).matches("[A-Za-z0-9_./-]+").doesNotContain("..");
            assertThat(path).startsWithRaw(fixture.work);
        }
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
        assertThat(releaseOf(1).outcome()).isEqualTo(Release.Outcome.REFUSED);
        assertThat(releaseOf(1).problem()).isEqualTo(problem);
        assertThat(releaseOf(2).outcome()).isEqualTo(Release.Outcome.RETURNED);
        assertThat(releaseOf(2).record().typeFound()).contains(TEXT);
        assertThat(releaseOf(3).outcome()).isEqualTo(Release.Outcome.FAILED);
        assertThat(queue.commits).isEmpty();
    }

    @Test
    void aFailedStepIsReplannedFromTheLastGoodIntermediate() throws Exception {
        queue.planner =
                request -> request.failures().isEmpty() ? run("copy", "broken") : run("append");
        fixture.runner
                .on("broken", invocation -> false)
                .on(
                        "append",
                        invocation -> {
                            String text = Files.readString(invocation.input().file());
                            Files.writeString(invocation.output(), text + "!");
                            return true;
                        });
        queue.offer(fixture.file(1, "a.txt", "ab"));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.result(1)).isEqualTo("AB!");
        assertThat(queue.planned.getLast().failures()).hasSize(1);
        assertThat(queue.planned.getLast().failures().getFirst().problem().code())
                .isEqualTo(ErrorCode.PROGRAM_FAILED);
        assertThat(commitOf(1).record().steps()).hasSize(3);
    }

    @Test
    void aFirstStepThatFailsLeavesTheObjectForTheNextPlan() throws Exception {
        queue.planner = request -> request.failures().isEmpty() ? run("broken") : run("append");
        fixture.runner
                .on("broken", invocation -> false)
                .on(
                        "append",
                        invocation -> {
                            String text = Files.readString(invocation.input().file());
                            Files.writeString(invocation.output(), text + "!");
                            return true;
                        });
        queue.offer(fixture.file(1, "a.txt", "ab"));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.result(1)).isEqualTo("ab!");
    }

    @Test
    void aStaleCommitDeletesItsOwnTemporaryObjectOnly() throws Exception {
        Files.writeString(fixture.out.resolve("result 1.txt"), "of another worker");
        queue.makeStale(key(1));
        queue.offer(fixture.file(1, "a.txt", "hello"));
        fixture.start();

        await().until(() -> queue.commits.size() == 1);
        await().untilAsserted(
                        () -> assertThat(fixture.sinkNames()).containsExactly("result 1.txt"));
        assertThat(fixture.result(1)).isEqualTo("of another worker");
        assertThat(queue.published).isEmpty();
        assertThat(queue.releases).isEmpty();
    }

    @Test
    void anEmptyObjectIsRefusedUnlessItIsForwarded() throws Exception {
        queue.planner = request -> request.key().equals(key(1)) ? run("copy") : run();
        queue.offer(fixture.file(1, "a.txt", ""), fixture.file(2, "b.txt", ""));
        fixture.start();

        await().until(() -> queue.releases.size() == 1 && queue.published.size() == 1);
        assertThat(releaseOf(1).outcome()).isEqualTo(Release.Outcome.REFUSED);
        assertThat(releaseOf(1).problem().code()).isEqualTo(ErrorCode.BROKEN_OBJECT);
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
        assertThat(releaseOf(1).problem().code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
        assertThat(releaseOf(2).problem().message()).contains("3 of 99 bytes");
        assertThat(releaseOf(3).problem().code()).isEqualTo(ErrorCode.UNKNOWN_SCHEME);
    }

    @Test
    void heldContentIsExchanged() throws Exception {
        fixture.exchanged.put(key(1), "held".getBytes(StandardCharsets.UTF_8));
        Destination returned = new Destination.Returned(2, 100);
        queue.offer(
                WorkerFixture.lease(1, "n", new Content.Held(4), returned, false),
                WorkerFixture.lease(
                        2,
                        "n",
                        new Content.Carried(inlineBytes("x".repeat(101))),
                        returned,
                        false));
        fixture.start();

        await().until(() -> queue.commits.size() == 1 && queue.releases.size() == 1);
        assertThat(queue.commits.getFirst().carried()).isEmpty();
        assertThat(new String(fixture.exchanged.get(key(1)), StandardCharsets.UTF_8))
                .isEqualTo("HELD");
        assertThat(releaseOf(2).problem().code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(releaseOf(2).outcome()).isEqualTo(Release.Outcome.REFUSED);
    }

    @Test
    void aPublishLeasePublishesAndTellsWhenThereIsNothing() throws Exception {
        Files.writeString(fixture.out.resolve(".proteus-job-1-1"), "done before");
        queue.offer(publish(1, 11), publish(2, 7));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)) && queue.releases.size() == 1);
        assertThat(fixture.result(1)).isEqualTo("done before");
        assertThat(releaseOf(2).outcome()).isEqualTo(Release.Outcome.TEMPORARY_GONE);
        assertThat(queue.published).containsExactly(key(1));
    }

    @Test
    void anAloneTaskHasNoCompany() throws Exception {
        fixture.slots(4);
        Semaphore go = new Semaphore(0);
        fixture.runner.on(
                "copy",
                invocation -> {
                    go.acquire();
                    return ScriptedRunner.capitals(invocation);
                });
        queue.offer(inline(1, "a"), alone(inline(2, "b")), inline(3, "c"), inline(4, "d"));
        fixture.start();

        // The three ordinary ones of the batch run; the lonely one waits for them.
        await().until(() -> fixture.runner.invocations.size() == 3);
        queue.offer(inline(5, "e"));
        go.release(3);
        await().until(() -> fixture.runner.invocations.size() == 4);
        assertThat(fixture.runner.invocations.getLast().input().file()).content().isEqualTo("b");
        go.release(2);
        await().until(() -> queue.commits.size() == 5);
        assertThat(fixture.runner.invocations.getLast().input().name()).isEqualTo("inline");
        assertThat(queue.commits.get(3).key()).isEqualTo(key(2));
        assertThat(queue.commits.getLast().key()).isEqualTo(key(5));
    }

    @Test
    void noMoreStepsRunThanThereAreSlots() throws Exception {
        fixture.slots(2);
        CountDownLatch two = new CountDownLatch(2);
        fixture.runner.on(
                "copy",
                invocation -> {
                    two.countDown();
                    two.await();
                    return ScriptedRunner.capitals(invocation);
                });
        queue.offer(IntStream.range(0, 40).mapToObj(n -> inline(n, "x")).toList());
        fixture.start();

        await().until(() -> queue.commits.size() == 40);
        assertThat(fixture.runner.most).hasValue(2);
    }

    @Test
    void longTasksAreNotHoardedShortOnesComeInBatches() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        fixture.runner.on(
                "copy",
                invocation -> {
                    gate.await();
                    return ScriptedRunner.capitals(invocation);
                });
        queue.offer(IntStream.range(0, 100).mapToObj(n -> inline(n, "x")).toList());
        fixture.start();
        await().until(() -> fixture.runner.invocations.size() == 1 && queue.heartbeats.size() > 3);
        assertThat(queue.heartbeats.getLast().tasks()).hasSizeLessThanOrEqualTo(2);
        gate.countDown();
        await().until(() -> queue.commits.size() == 100);

        queue.planner = request -> run();
        queue.offer(IntStream.range(100, 5_100).mapToObj(n -> inline(n, "x")).toList());
        await().until(() -> queue.commits.size() == 5_100);
        assertThat(queue.requests.stream().mapToInt(r -> r.max()).max().orElseThrow())
                .isGreaterThan(20);
        assertThat(queue.commits.stream().map(Commit::key).distinct()).hasSize(5_100);
        assertThat(queue.commitBatches.size()).isLessThan(5_100);
    }

    @Test
    void detectionLooksAtTheBytes() throws Exception {
        queue.offer(fixture.file(1, "liar.txt", "%PDF-1.4\n%\u00e2\u00e3\n1 0 obj\n"));
        fixture.start();

        await().until(() -> !queue.planned.isEmpty());
        assertThat(queue.planned.getFirst().type().mediaType()).isEqualTo("application/pdf");
        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.runner.invocations.getFirst().input().file().toString())
                .endsWith(".pdf");
    }

    private static org.proteus.foundation.model.Bytes inlineBytes(String text) {
        return org.proteus.foundation.model.Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Lease publish(int number, long size) {
        return new Lease(
                key(number),
                Lease.Work.PUBLISH,
                "x",
                Optional.empty(),
                Optional.of(new Content.Prepared(size)),
                List.of(),
                fixture.stored(number),
                TEXT,
                Map.of(),
                true,
                false);
    }

    private Commit commitOf(int number) {
        return queue.commits.stream()
                .filter(c -> c.key().equals(key(number)))
                .findAny()
                .orElseThrow();
    }

    private Release releaseOf(int number) {
        return queue.releases.stream()
                .filter(r -> r.key().equals(key(number)))
                .findAny()
                .orElseThrow();
    }

    private static String sha256(String text) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
