package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.proteus.worker.WorkerFixture.TEXT;
import static org.proteus.worker.WorkerFixture.carried;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.WorkSize;

/** From the object to the result, when nothing goes wrong. */
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
    void anObjectThatHasTheTypeIsForwardedUntouched() throws Exception {
        queue.planner = request -> run();
        queue.offer(fixture.file(1, "a.txt", "hello"), inline(2, "there"));
        fixture.start();

        await().until(() -> queue.published.contains(key(1)) && queue.commits.size() == 2);
        assertThat(fixture.result(1)).isEqualTo("hello");
        Commit second = queue.commitOf(key(2));
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
        Content content = carried("a,b\n1,2\n");
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
    void detectionLooksAtTheBytes() throws Exception {
        queue.offer(fixture.file(1, "liar.txt", "%PDF-1.4\n%\u00e2\u00e3\n1 0 obj\n"));
        fixture.start();

        await().until(() -> !queue.planned.isEmpty());
        assertThat(queue.planned.getFirst().type().mediaType()).isEqualTo("application/pdf");
        await().until(() -> queue.published.contains(key(1)));
        assertThat(fixture.runner.invocations.getFirst().input().file().toString())
                .endsWith(".pdf");
    }

    private static String sha256(String text) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
