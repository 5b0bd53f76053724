package org.proteus.programs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.proteus.programs.process.Processes.shell;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it looks at all children of this process")
class ProcessRunnerTest {

    @TempDir Path scratch;

    private final Launcher launcher = new Launcher();
    private final ProcessRunner runner = new ProcessRunner(launcher);

    @AfterEach
    void close() {
        launcher.close();
    }

    @Test
    void tellsExitCodeAndLastWordsOfBothOutputs() throws Exception {
        ProcessOutcome outcome = run("echo said; echo complained >&2; exit 7");

        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.signal()).isEmpty();
        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.lastWords()).isEqualTo("said\ncomplained");
    }

    @Test
    void leavesNoProcessWhenTheLastLauncherIsClosed() throws Exception {
        run("exit 0");
        await().until(() -> ProcessHandle.current().children().findAny().isPresent());

        launcher.close();

        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void namesTheSignalThatEndedIt() throws Exception {
        assertThat(run("kill -SEGV $$").signal()).contains("SIGSEGV");
    }

    @Test
    void passesArgumentsThroughUntouched() throws Exception {
        String nasty = "a b; $(touch pwned) `id` \"'\n*?é";
        ProcessRequest request =
                new ProcessRequest(
                        List.of("/usr/bin/printf", "%s", nasty),
                        Map.of(),
                        scratch,
                        List.of(),
                        ProcessLimits.NONE);

        ProcessOutcome outcome = runner.run(request, line -> false);

        assertThat(outcome.lastWords()).isEqualTo(nasty);
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void givesLittleOfItsOwnEnvironment() throws Exception {
        ProcessRequest request =
                new ProcessRequest(
                        List.of("/usr/bin/env"),
                        Map.of("MAGICK_CONFIGURE_PATH", "/x"),
                        scratch,
                        List.of(),
                        ProcessLimits.NONE);

        assertThat(runner.run(request, line -> false).lastWords().lines())
                .allMatch(line ->
                        line.matches(
                                "(PATH|LANG|HOME|TMPDIR|PROTEUS_RUN|MAGICK_CONFIGURE_PATH)=.*"))
                .contains(
                        "HOME=" + scratch,
                        "TMPDIR=" + scratch,
                        "LANG=C.UTF-8",
                        "MAGICK_CONFIGURE_PATH=/x");
    }

    @Test
    void runsInItsFolderInItsOwnSessionWithNothingToRead() throws Exception {
        ProcessOutcome outcome =
                run("pwd; cat; cut -d' ' -f1,6 /proc/self/stat; cut -d' ' -f1,6 /proc/$$/stat");

        List<String> lines = outcome.lastWords().lines().toList();
        assertThat(lines.getFirst()).isEqualTo(scratch.toRealPath().toString());
        String[] ids = lines.getLast().split(" ", -1);
        assertThat(ids[1]).as("session").isEqualTo(ids[0]);
    }

    @Test
    void hearsLinesEndedByCarriageReturnsAndKeepsProgressOutOfTheLastWords() throws Exception {
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

        ProcessOutcome outcome =
                runner.run(
                        shell(scratch, "printf '1%%\\r2%%\\r3%%\\rdone\\n'"),
                        line -> {
                            heard.add(line);
                            return line.endsWith("%");
                        });

        assertThat(heard).containsExactly("1%", "2%", "3%", "done");
        assertThat(outcome.lastWords()).isEqualTo("done");
    }

    @Test
    void cleansTheLastWords() throws Exception {
        ProcessOutcome outcome =
                run("printf 'a\\033[31mred\\033[0m\\007\\0b\\377 \\342\\200\\256evil\\n'");

        assertThat(outcome.lastWords()).isEqualTo("aredb\uFFFD evil");
    }

    @Test
    void keepsTheEndOfLongTalk() throws Exception {
        ProcessOutcome outcome = run("seq 1 200000; echo bye");

        assertThat(outcome.lastWords()).endsWith("200000\nbye").hasSizeLessThan(4200);
    }

    @Test
    void saysThatAnExecutableIsMissing() {
        ProcessRequest request =
                new ProcessRequest(
                        List.of("/nowhere/convert"),
                        Map.of(),
                        scratch,
                        List.of(),
                        ProcessLimits.NONE);

        assertThatThrownBy(() -> runner.run(request, line -> false))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("/nowhere/convert");
    }

    @Test
    void refusesWhatCannotBeAnArgument() {
        assertThatIllegalArgumentException().isThrownBy(() -> request("convert"));
        assertThatIllegalArgumentException().isThrownBy(() -> request("/bin/echo", "a\0b"));
    }

    @Test
    void leavesNoCoreFile() throws Exception {
        assertThat(run("ulimit -c").lastWords()).isEqualTo("0");
        assertThat(scratch).isEmptyDirectory();
    }

    private ProcessOutcome run(String script) throws Exception {
        return runner.run(shell(scratch, script), line -> false);
    }

    private ProcessRequest request(String... arguments) {
        return new ProcessRequest(
                List.of(arguments), Map.of(), scratch, List.of(), ProcessLimits.NONE);
    }
}
