package org.proteus.foundation.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class ToolCheckTest {

    private static final ToolCheck SHELL =
            new ToolCheck("sh", "dash").versionArguments("-c", "echo the shell 1.0");

    @Test
    void findsAPackagedProgram() {
        assertThat(SHELL.find()).hasValueSatisfying(ToolCheckTest::isTheShell);
        assertThat(SHELL.require()).isExecutable();
    }

    @Test
    void acceptsAProgramThatSaysWhatItShould() {
        assertThat(SHELL.says("shell [0-9]").find()).isPresent();
    }

    @Test
    void refusesAProgramThatSaysToBeAnother() {
        assertThat(SHELL.says("Version: ImageMagick").find()).isEmpty();
    }

    @Test
    void saysWhatToInstall() {
        ToolCheck unknown = new ToolCheck("proteus-unknown", "proteus-package").says("Unknown 1");

        assertThat(unknown.find()).isEmpty();
        assertThat(unknown.missing())
                .isEqualTo(
                        "needs proteus-unknown that says \"Unknown 1\""
                                + " (apt-get install proteus-package)");
    }

    @Test
    void refusesABrokenExpression() {
        assertThatThrownBy(() -> SHELL.says("(")).isInstanceOf(PatternSyntaxException.class);
    }

    private static void isTheShell(Path found) {
        assertThat(found).hasFileName("sh");
    }
}
