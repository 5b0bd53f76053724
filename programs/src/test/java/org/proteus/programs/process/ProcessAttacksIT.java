package org.proteus.programs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.proteus.programs.process.Processes.LONG;
import static org.proteus.programs.process.Processes.alive;
import static org.proteus.programs.process.Processes.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.programs.process.LimitHit.Limit;

/** What a hostile or broken tool may do; each time it ends, is named, and leaves nobody. */
@Timeout(120)
class ProcessAttacksIT {

    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir Path scratch;

    private final String word = "attack-" + UUID.randomUUID();
    private final Launcher launcher = new Launcher();
    private final ProcessRunner runner = new ProcessRunner(launcher);

    @AfterEach
    void leavesNobody() {
        assertThat(alive(word)).isEmpty();
        launcher.close();
    }

    @Test
    void sleepsForEver() throws Exception {
        ProcessOutcome outcome = run("exec sleep 1000000; : " + word, wall(SHORT));

        assertThat(outcome.hit()).map(LimitHit::text).contains("it ran longer than 500 ms");
        assertThat(outcome.signal()).contains("SIGKILL");
    }

    @Test
    void ignoresEverySignalItCan() throws Exception {
        ProcessOutcome outcome =
                run("trap '' TERM INT HUP QUIT; while :; do sleep 1; done; : " + word, wall(SHORT));

        assertThat(outcome.hit()).map(LimitHit::limit).contains(Limit.TIME);
    }

    @Test
    void leavesItsFamilyByForkingTwiceIntoAnotherSession() throws Exception {
        String stray = "(setsid sh -c 'while :; do sleep 1; done; : " + word + "' &) ; ";
        ProcessOutcome killed = run(stray + "sleep 1000", wall(SHORT));
        assertThat(killed.hit()).isPresent();
        assertThat(alive(word)).isEmpty();

        ProcessOutcome ended = run(stray + "echo done", wall(LONG));
        assertThat(ended.succeeded()).isTrue();
    }

    @Test
    void leavesItsFamilyWithoutEnvironmentInsideItsSession() throws Exception {
        ProcessOutcome outcome =
                run("(env -i sh -c 'while :; do sleep 1; done; : " + word + "' &); :", wall(LONG));

        assertThat(outcome.succeeded()).isTrue();
    }

    @Test
    void forksAndForks() throws Exception {
        String bomb =
                "f() { [ $1 -gt 0 ] && { f $(($1-1)) & f $(($1-1)) & }; sleep 1000; }; f 6; : "
                        + word;

        assertThat(run(bomb, wall(SHORT)).hit()).isPresent();
    }

    @Test
    void talksWithoutEnd() throws Exception {
        ProcessOutcome outcome = run("exec yes " + word, wall(SHORT));

        assertThat(outcome.hit()).map(LimitHit::limit).contains(Limit.TIME);
        assertThat(outcome.lastWords()).contains(word).hasSizeLessThan(5000);
    }

    @Test
    void talksWithoutEndOfLine() throws Exception {
        ProcessOutcome outcome = run("exec cat /dev/zero; : " + word, wall(SHORT));

        assertThat(outcome.hit()).isPresent();
        assertThat(outcome.lastWords()).isEmpty();
    }

    @Test
    void doesNothingAtAll() throws Exception {
        ProcessOutcome outcome =
                run("sleep 1000; : " + word, new ProcessLimits(LONG, SHORT, 0, 0, 0));

        assertThat(outcome.hit()).map(LimitHit::text).contains("it showed no progress for 500 ms");
    }

    @Test
    void worksSilentlyAndIsNotTakenForIdle() throws Exception {
        String busy = "i=0; while [ $i -lt 2000000 ]; do i=$((i+1)); done; echo end";

        assertThat(run(busy, new ProcessLimits(LONG, SHORT, 0, 0, 0)).succeeded()).isTrue();
    }

    @Test
    void writesAHugeFile() throws Exception {
        ProcessLimits limits = new ProcessLimits(LONG, Duration.ZERO, 1 << 20, 4 << 20, 0);

        ProcessOutcome outcome = run("exec cat /dev/zero > huge; : " + word, limits);

        assertThat(outcome.hit()).map(LimitHit::limit).get().isIn(Limit.OUTPUT, Limit.SCRATCH);
        assertThat(Files.size(scratch.resolve("huge"))).isLessThanOrEqualTo(4 << 20);
    }

    @Test
    void writesManyFiles() throws Exception {
        ProcessLimits limits = new ProcessLimits(LONG, Duration.ZERO, 1 << 20, 1 << 20, 0);

        ProcessOutcome outcome =
                run("i=0; while :; do i=$((i+1)); : > f$i; done; : " + word, limits);

        assertThat(outcome.hit()).map(LimitHit::limit).contains(Limit.SCRATCH);
    }

    @Test
    @NeedsTool(command = "python3", apt = "python3")
    void eatsMemory() throws Exception {
        Path script =
                Files.writeString(
                        scratch.resolve("eat.py"),
                        "import os\n"
                                + "os.fork()\n"
                                + "x=[]\n"
                                + "while len(x) < 400: x.append(bytearray(1<<24))\n"
                                + "# "
                                + word);
        ProcessLimits limits = new ProcessLimits(LONG, Duration.ZERO, 0, 0, 300L << 20);

        ProcessOutcome outcome = run("python3 " + script + "; : " + word, limits);

        assertThat(outcome.hit()).map(LimitHit::limit).contains(Limit.MEMORY);
        assertThat(outcome.peakMemoryBytes()).isGreaterThan(300L << 20);
    }

    @Test
    void diesOnInterrupt() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                run("(setsid sleep 1000 &); sleep 1000; : " + word, wall(LONG));
                            } catch (Throwable e) {
                                thrown.set(e);
                            }
                        });
        Awaitility.await().until(() -> alive(word).length > 0);

        thread.interrupt();
        thread.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void diesOnAnInterruptThatCameBeforeItsStart() throws Exception {
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(() -> {
                    Thread.currentThread().interrupt();
                    assertThatThrownBy(() -> run("sleep 1000; : " + word, wall(LONG)))
                            .isInstanceOf(InterruptedException.class);
                });

        run.get();
    }

    private static ProcessLimits wall(Duration wall) {
        return new ProcessLimits(wall, Duration.ZERO, 0, 0, 0);
    }

    private ProcessOutcome run(String script, ProcessLimits limits) throws Exception {
        return runner.run(shell(scratch, script, limits), line -> false);
    }
}
