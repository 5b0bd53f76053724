package org.proteus.programs.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ContentType;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.fixture.Letters;
import org.proteus.programs.process.Launcher;
import org.proteus.programs.process.ProcessLimits;

/** How long hosts live, and who shares one. */
@Timeout(120)
class HostPoolIT {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final long HEAP = 64L << 20;

    @TempDir Path folder;

    private final Launcher launcher = new Launcher();
    private HostPool pool;

    @AfterEach
    void close() {
        pool.close();
        launcher.close();
    }

    @Test
    void replacesAHostAfterItsRuns() throws Exception {
        pool = pool(new HostPool.Settings(1, 2, LONG));

        String first = host("default");
        assertThat(host("default")).isEqualTo(first);
        assertThat(pool.idleHosts()).isZero();
        assertThat(host("default")).isNotEqualTo(first);
        assertEnded(first);
    }

    @Test
    void neverSharesAHostBetweenNamespaces() throws Exception {
        pool = pool(new HostPool.Settings(1, 100, LONG));

        String first = host("mine");
        String second = host("yours");

        assertThat(second).isNotEqualTo(first);
        assertThat(pool.idleHosts()).isEqualTo(1);
        assertEnded(first);
    }

    @Test
    void endsHostsThatNobodyNeeds() throws Exception {
        pool = pool(new HostPool.Settings(1, 100, Duration.ofMillis(200)));

        String host = host("default");

        Awaitility.await().until(() -> pool.idleHosts() == 0);
        assertEnded(host);
        Awaitility.await()
                .untilAsserted(() -> assertThat(folder.resolve("hosts")).isEmptyDirectory());
    }

    @Test
    void runsNoMoreHostsThanItMay() throws Exception {
        pool = pool(new HostPool.Settings(1, 100, LONG));
        Set<String> hosts = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> host :
                    threads.invokeAll(Collections.nCopies(4, (Callable<String>) this::host))) {
                hosts.add(host.get());
            }
        }

        assertThat(hosts).hasSize(1);
    }

    private HostPool pool(HostPool.Settings settings) {
        return new HostPool(launcher, folder.resolve("hosts"), settings);
    }

    private String host() throws Exception {
        return host("default");
    }

    /** Returns the process id of the host that served a run. */
    private String host(String namespace) throws Exception {
        Path run = Files.createTempDirectory(folder, "run-");
        Path file = Files.writeString(run.resolve("in"), "text");
        ContentType type = ContentType.parse("text/plain");
        Invocation invocation =
                new Invocation(
                        "upper",
                        List.of(new Invocation.Input(file, type, "in")),
                        type,
                        Map.of(),
                        run.resolve("out"),
                        Files.createDirectory(run.resolve("scratch")));
        HostOutcome outcome =
                pool.run(
                        HostKind.of(new Letters(), HEAP, namespace),
                        invocation,
                        ProcessLimits.NONE,
                        ProgressListener.NONE);
        assertThat(outcome.problem()).isEmpty();
        return Files.readString(run.resolve("out")).substring("TEXT".length()).split(" ", -1)[0];
    }

    private static void assertEnded(String host) {
        Awaitility.await().until(() -> ProcessHandle.of(Long.parseLong(host)).isEmpty());
    }
}
