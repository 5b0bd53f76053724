package org.proteus.programs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramBench.Run;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.fixture.Letters;

/** What a class-based program may do to its host; each time one step fails and the next goes on. */
@Timeout(120)
class FailingHostsIT {

    @TempDir Path folder;

    private ProgramBench bench;

    @BeforeEach
    void open() {
        bench = new ProgramBench(new Letters(), folder);
    }

    @AfterEach
    void close() {
        bench.close();
        assertThat(bench.survivors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    encrypted | ENCRYPTED_OBJECT | letters: it has a password
                    throw     | PROGRAM_FAILED   | letters: IllegalStateException: went wrong
                    recurse   | PROGRAM_FAILED   | letters: StackOverflowError
                    exit      | PROGRAM_FAILED   | letters: its host ended in the middle of the run, exit code 42
                    crash     | PROGRAM_FAILED   | letters: its host ended in the middle of the run, exit code 134
                    scribble  | PROGRAM_FAILED   | letters: its host ended in the middle of the run
                    eat       | LIMIT_EXCEEDED   | letters: it used more memory than
                    hang      | LIMIT_EXCEEDED   | letters: it showed no progress for 1 s
                    spawn     | LIMIT_EXCEEDED   | letters: it showed no progress for 1 s
                    """)
    void namesTheReasonAndGoesOnWithANewHost(String how, ErrorCode code, String message)
            throws Exception {
        Run good = run("well");
        Run bad = run(how);
        Run next = run("well");

        assertThat(bad.result().problem())
                .get()
                .satisfies(problem -> assertThat(problem.message()).startsWith(message))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
        assertThat(bad.output()).doesNotExist();
        assertThat(next.result().problem()).isEmpty();
        assertThat(host(next)).isNotEqualTo(host(good));
    }

    @Test
    void keepsAHostWarm() throws Exception {
        Run first = run("well");
        Run second = run("print");

        assertThat(host(second)).isEqualTo(host(first));
        assertThat(second.output()).content().endsWith(" 2");
        assertThat(second.result().lastWords()).isEqualTo("printed by the program");
        assertThat(second.result().arguments())
                .containsExactly(Letters.class.getName(), "small", "do=print");
    }

    private static String host(Run run) throws Exception {
        return Files.readString(run.output()).substring("TEXT".length()).split(" ", -1)[0];
    }

    private Run run(String how) throws Exception {
        Path file = Files.writeString(folder.resolve("a b.txt"), "text");
        ProgramSample sample = ProgramSample.of("small", file, "text/plain", "text/x-copy");
        return bench.run(sample.with(Map.of("do", how)));
    }
}
