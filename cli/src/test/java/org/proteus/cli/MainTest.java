package org.proteus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final String[] COMMANDS = {
        "transform",
        "plan",
        "graph",
        "serve",
        "graph-service",
        "worker",
        "workers",
        "jobs",
        "programs",
        "measure",
        "simulate",
        "demo"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transform",
                "plan",
                "serve",
                "worker",
                "workers",
                "jobs",
                "programs",
                "measure",
                "simulate",
                "demo"
            })
    void setsUpTheNamedCommandAlone(String command) {
        assertThat(Main.commandLine(command, "--help").getSubcommands()).containsOnlyKeys(command);
    }

    @Test
    void offersEveryCommandWhenNoneIsNamed() {
        assertThat(Main.commandLine().getSubcommands()).containsOnlyKeys(COMMANDS);
        assertThat(Main.commandLine("--help").getSubcommands()).containsOnlyKeys(COMMANDS);
        assertThat(Main.commandLine("transfrom").getSubcommands()).containsOnlyKeys(COMMANDS);
    }
}
