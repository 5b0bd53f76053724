package org.proteus.programs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.proteus.programs.process.Processes.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real process trees that are stopped where they are. */
@Timeout(120)
class FrozenProcessIT {

    /** A grandchild in a session of its own writes as long as nobody tells it to end. */
    private static final String BUSY =
            "setsid sh -c 'while [ ! -e end ]; do echo x >> log; sleep 0.02; done' & wait";

    @TempDir private Path scratch;

    private final Launcher launcher = new Launcher();
    private final ProcessRunner runner = new ProcessRunner(launcher);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        thread.shutdownNow();
        launcher.close();
    }

    @Test
    void theWholeTreeStandsStillAndGoesOn() throws Exception {
        Future<ProcessOutcome> run = start(Duration.ofMinutes(1));
        await().until(() -> length() > 0);

        launcher.freeze();
        long frozen = length();
        Thread.sleep(500);
        assertThat(length()).isEqualTo(frozen);

        launcher.thaw();
        await().until(() -> length() > frozen);
        Files.createFile(scratch.resolve("end"));
        assertThat(run.get().succeeded()).isTrue();
    }

    @Test
    void limitsStandStillWithIt() throws Exception {
        Duration limit = Duration.ofSeconds(20);
        launcher.freeze();
        Future<ProcessOutcome> run = start(limit);
        long before = launcher.clock().nanos();
        Thread.sleep(1500);
        assertThat(launcher.clock().nanos()).isEqualTo(before);
        // What begins meanwhile runs for the moment that it takes to stop it.
        long begun = length();
        Thread.sleep(500);
        assertThat(length()).isEqualTo(begun);

        launcher.thaw();
        await().until(() -> length() > begun);
        Files.createFile(scratch.resolve("end"));
        ProcessOutcome outcome = run.get();
        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.duration()).isLessThan(limit);
    }

    @Test
    void whatIsFrozenCanBeKilled() throws Exception {
        Future<ProcessOutcome> run = start(Duration.ofMinutes(1));
        await().until(() -> length() > 0);
        launcher.freeze();

        run.cancel(true);
        thread.shutdown();
        assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        long dead = length();
        launcher.thaw();
        Thread.sleep(300);
        assertThat(length()).isEqualTo(dead);
    }

    private Future<ProcessOutcome> start(Duration wall) {
        ProcessRequest request =
                shell(scratch, BUSY, new ProcessLimits(wall, Duration.ofMinutes(1), 0, 0, 0));
        return thread.submit(() -> runner.run(request, line -> false));
    }

    private long length() throws IOException {
        Path log = scratch.resolve("log");
        return Files.exists(log) ? Files.size(log) : 0;
    }
}
