package org.proteus.programs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramBench.Run;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.fixture.Script;

/** What the worker is told when an outside command goes wrong. */
@Timeout(120)
class FailingStepsIT {

    @TempDir Path folder;

    private ProgramBench bench;

    @BeforeEach
    void open() {
        bench = new ProgramBench(new Script(), folder);
    }

    @AfterEach
    void close() {
        bench.close();
        assertThat(bench.survivors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    copy    | echo oh no >&2; exit 3                | PROGRAM_FAILED | script: it ended with exit code 3; its last words: oh no
                    copy    | kill -SEGV $$                         | PROGRAM_FAILED | script: it was ended by SIGSEGV
                    copy    | echo all is well                      | BAD_OUTPUT     | script: it left no output; its last words: all is well
                    copy    | : > "$2"                              | BAD_OUTPUT     | script: its output is empty
                    copy    | mkdir "$2"                            | BAD_OUTPUT     | script: its output is not a plain file
                    copy    | mkfifo "$2"                           | BAD_OUTPUT     | script: its output is not a plain file
                    copy    | ln -s /etc/passwd "$2"                | BAD_OUTPUT     | script: its output is not a plain file
                    copy    | ln "$1" "$2"                          | BAD_OUTPUT     | script: its output is a hard link
                    copy    | ln -s /etc/passwd produced            | BAD_OUTPUT     | script: its output is not a plain file
                    copy    | : produced                            | BAD_OUTPUT     | script: it left no output
                    copy    | echo No space left on device; exit 1  | DISK_FULL      | script found no room on the worker's disk
                    limited | sleep 1000                            | LIMIT_EXCEEDED | script: it ran longer than 1 s
                    limited | head -c 100000 /dev/zero > "$2"       | LIMIT_EXCEEDED | script: it wrote more than 65536 bytes
                    limited | head -c 100000 /dev/zero > produced   | LIMIT_EXCEEDED | script: it wrote more than 65536 bytes
                    """)
    void namesTheReason(String unit, String script, ErrorCode code, String message)
            throws Exception {
        Run run = run(unit, script);

        assertThat(run.result().problem())
                .get()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo(message))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
        assertThat(run.result().succeeded()).isFalse();
        assertThat(bench.lastFolder()).isEmptyDirectory();
    }

    @Test
    void refusesAnInputLargerThanItsUnitTakes() throws Exception {
        Path large = Files.write(folder.resolve("large"), new byte[2000]);

        Run run = bench.run(ProgramSample.of("limited", large, "text/plain", "text/x-copy"));

        assertThat(run.result().problem())
                .get()
                .satisfies(p -> assertThat(p.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED))
                .satisfies(p -> assertThat(p.message()).contains("no more than 1024 bytes"));
    }

    @Test
    void movesWhatTheToolProduced() throws Exception {
        Run run = run("copy", "cp \"$1\" produced");

        assertThat(run.result().problem()).isEmpty();
        assertThat(run.output()).hasContent("text");
    }

    @Test
    void recordsWhatRanWithoutTheFoldersOfTheWorker() throws Exception {
        String script = "echo \"$1\" to \"$2\" in $PWD/x; cp \"$1\" \"$2\"";
        StepRecord record = run("copy", script).result();

        assertThat(record.arguments()).startsWith("sh", "-c").endsWith("sh", "a b.txt", "output");
        assertThat(record.lastWords()).isEqualTo("a b.txt to output in x");
        assertThat(record.tool()).isEqualTo("sh of this machine");
        assertThat(record.exitCode()).isZero();
        assertThat(record.succeeded()).isTrue();
    }

    @Test
    void tellsProgress() throws Exception {
        List<Long> heard = new CopyOnWriteArrayList<>();

        bench.run(
                sample("copy", "printf '10%%\\r90%%\\n'; cp \"$1\" \"$2\""),
                (done, total, measure) -> heard.add(done));

        assertThat(heard).containsExactly(10L, 90L);
    }

    private Run run(String unit, String script) throws Exception {
        return bench.run(sample(unit, script));
    }

    private ProgramSample sample(String unit, String script) throws Exception {
        Path file = Files.writeString(folder.resolve("a b.txt"), "text");
        return ProgramSample.of(unit, file, "text/plain", "text/x-copy")
                .with(Map.of("script", script));
    }
}
