package org.proteus.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedSettingsTest {

    private static final Path SETTINGS = Path.of("src/main/resources/org/proteus/config");

    @ParameterizedTest
    @MethodSource("files")
    void isYamlWithAnExplanationForItsReaders(Path file) throws IOException {
        JsonNode settings = new YAMLMapper().readTree(Files.readString(file));
        assertThat(settings.isObject()).isTrue();
        assertThat(settings.size()).isPositive();
        assertThat(Files.readString(file)).startsWith("# Settings of `proteus ");
    }

    @Test
    void shipsWithTheJar() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("coordinator.yaml")) {
            assertThat(in).isNotNull();
        }
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SETTINGS)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }
}
