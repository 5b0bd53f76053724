package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.proteus.worker.WorkerFixture.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.protocol.Release;

/** A work folder on a file system of two megabytes; needs the right to mount one. */
class WorkerDiskFullTest {

    @TempDir Path folder;
    private Path small;

    @BeforeEach
    void mount() throws Exception {
        small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small.toString()),
                "needs the right to mount a file system");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", small.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    void aFullDiskFailsTheTaskAndTheWorkerGoesOn() throws Exception {
        try (WorkerFixture fixture = new WorkerFixture(folder)) {
            fixture.queue.offer(
                    fixture.file(1, "large.txt", "x".repeat(4 << 20)),
                    fixture.file(2, "small.txt", "small"));
            fixture.start(small);

            await().until(() -> fixture.queue.published.contains(key(2)));
            await().until(() -> fixture.queue.releases.size() == 1);
            Release release = fixture.queue.releases.getFirst();
            assertThat(release.key()).isEqualTo(key(1));
            assertThat(release.outcome()).isEqualTo(Release.Outcome.FAILED);
            assertThat(release.problem().code()).isEqualTo(ErrorCode.DISK_FULL);
            assertThat(fixture.sinkNames()).containsExactly("result 2.txt");
        }
    }

    @Test
    void aWorkerWithoutRoomTakesNothingUntilThereIsSome() throws Exception {
        Path other = Files.write(small.resolve("other"), new byte[1500 << 10]);
        try (WorkerFixture fixture = new WorkerFixture(folder)) {
            fixture.queue.offer(fixture.file(1, "a.txt", "hello"));
            fixture.start(small);
            await().until(() -> fixture.queue.heartbeats.size() > 5);
            assertThat(fixture.queue.requests).isEmpty();

            Files.delete(other);
            await().until(() -> fixture.queue.published.contains(key(1)));
            assertThat(fixture.queue.releases).isEmpty();
        }
    }

    @Test
    void aWorkerWithoutRoomEndsWhenItIsTold() throws Exception {
        Files.write(small.resolve("other"), new byte[1500 << 10]);
        try (WorkerFixture fixture = new WorkerFixture(folder)) {
            fixture.start(small);
            await().until(() -> !fixture.queue.heartbeats.isEmpty());
        }
    }
}
