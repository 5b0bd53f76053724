package org.proteus.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

class ToolTest {

    @Test
    void saysHowToInstallWhatIsMissing() {
        Tool tool = tool("no-such-tool", "anything");

        assertThat(tool.availability().runnable()).isFalse();
        assertThat(tool.availability().reason())
                .isEqualTo("no-such-tool is not installed (apt install some-package)");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(tool::executable)
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.NO_WORKER));
    }

    @Test
    void readsTheVersionFromTheAnswer() {
        Tool tool = tool("grep", "(GNU grep|grep \\(GNU grep\\)) [\\d.]+");

        assertThat(tool.availability()).isEqualTo(Availability.runnable(""));
        assertThat(tool.confirm().runnable()).isTrue();
        assertThat(tool.confirm().tool()).contains("grep");
        assertThat(tool.executable()).isExecutable();
    }

    @Test
    void refusesOtherSoftwareOfTheSameName() {
        Tool tool = tool("grep", "Version: ImageMagick");

        assertThat(tool.confirm().runnable()).isFalse();
        assertThat(tool.confirm().reason()).contains("does not answer as it should");
    }

    @Test
    void triesItsOtherNames() {
        Tool tool =
                new Tool(
                        "some-package",
                        List.of("no-such-tool", "grep"),
                        List.of("--version"),
                        Pattern.compile("GNU grep"));

        assertThat(tool.executable()).hasFileName("grep");
    }

    private static Tool tool(String name, String says) {
        return new Tool("some-package", List.of(name), List.of("--version"), Pattern.compile(says));
    }
}
