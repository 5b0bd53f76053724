package org.proteus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.cli.command.ExitCodes;
import picocli.CommandLine;

class ExitCodesTest {

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transform",
                "transform --from a --into b",
                "frobnicate",
                "plan a.png nonsense/type/too/much",
                "transform --from a --to png --into b --detach",
                "programs show nobody"
            })
    void badArgumentsAreToldAsSuch(String line) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCodes.BAD_ARGUMENTS);
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @Test
    void aServerThatIsNotThereIsNotABadArgument() {
        assertThat(run("jobs", "list", "--server", "http://127.0.0.1:9"))
                .isEqualTo(ExitCodes.COULD_NOT_RUN);
        assertThat(err.toString()).contains("http://127.0.0.1:9", "proteus serve");
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        return line.setErr(new PrintWriter(err)).execute(arguments);
    }
}
