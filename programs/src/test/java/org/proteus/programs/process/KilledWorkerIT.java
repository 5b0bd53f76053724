package org.proteus.programs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.programs.process.Processes.alive;
import static org.proteus.programs.process.Processes.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of children when the JVM that started them is killed. */
@Timeout(120)
class KilledWorkerIT {

    @TempDir Path scratch;

    private final String word = "orphan-" + UUID.randomUUID();

    @Test
    void nothingOutlivesAWorkerKilledByTheKernel() throws Exception {
        Process worker =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ShortLivedWorker.class.getName(),
                                scratch.toString(),
                                word)
                        .inheritIO()
                        .start();
        // The worker itself, its child, and the grandchild that left the family.
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> alive(word).length >= 3);
        Awaitility.await().until(() -> alive("\0" + worker.pid() + "-").length > 0);

        worker.destroyForcibly();

        Awaitility.await().untilAsserted(() -> assertThat(alive(word)).isEmpty());
    }

    @Test
    void aChildEndsWithTheThreadThatStartedIt() throws Exception {
        RunningProcess running;
        try (Launcher launcher = new Launcher()) {
            running = launcher.start(shell(scratch, "sleep 1000; : " + word));
            // Only after this does the kernel know what to do at the parent's end.
            Awaitility.await().until(() -> alive(word).length == 1 && isShell(running));
        }

        assertThat(running.process().waitFor()).isEqualTo(137);
        running.close();
    }

    private static boolean isShell(RunningProcess running) {
        return running.process()
                .info()
                .command()
                .filter(command -> command.matches("/(usr/)?bin/(da|ba)?sh"))
                .isPresent();
    }
}
