package org.proteus.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ProteusException;

class SettingsFileTest {

    @TempDir Path folder;

    @Test
    void shippedSettingsHoldWhereNothingElseIsSaid() {
        SettingsFile settings = SettingsFile.read("coordinator", Optional.empty(), Map.of());
        assertThat(settings.number("port")).isEqualTo(8080);
        assertThat(settings.text("scaling.window")).isEqualTo("30s");
        assertThat(settings.entries("roots")).isEmpty();
    }

    @Test
    void ownFileWinsOverShippedAndEnvironmentOverBoth() throws IOException {
        Path own = write("port: 9090\nworkers:\n  max: 3\nroots:\n  scans: /data/scans\n");
        SettingsFile settings =
                SettingsFile.read(
                        "coordinator",
                        Optional.of(own),
                        Map.of("PROTEUS_COORDINATOR_WORKERS_MAX", "5"));
        assertThat(settings.number("port")).isEqualTo(9090);
        assertThat(settings.number("workers.max")).isEqualTo(5);
        assertThat(settings.number("workers.idle")).isEqualTo(1);
        assertThat(settings.entries("roots")).containsEntry("scans", "/data/scans");
    }

    @Test
    void emptyMapsTakeNamesOfTheOperatorsChoice() throws IOException {
        Path own =
                write(
                        """
                        limits:
                          places:
                            "ftp://host/a.b": 4
                            "ftp://other": 2
                          programs: {libreoffice: 1}
                        """);
        SettingsFile settings = SettingsFile.read("coordinator", Optional.of(own), Map.of());

        assertThat(settings.entries("limits.places"))
                .containsOnly(Map.entry("ftp://host/a.b", "4"), Map.entry("ftp://other", "2"));
        assertThat(settings.entries("limits.programs")).containsOnlyKeys("libreoffice");
        Path wrong = write("limits: {places: {'ftp://host': {most: 4}}}");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> SettingsFile.read("coordinator", Optional.of(wrong), Map.of()))
                .withMessageContaining("wrong shape");
    }

    @Test
    void groupsHaveNamesAndKeysOfTheOperatorsChoice() throws IOException {
        Path own = write("pools:\n  east: {type: registered, max: 4}\n  west: {type: none}\n");
        SettingsFile settings =
                SettingsFile.read(
                        "coordinator",
                        Optional.of(own),
                        Map.of("PROTEUS_COORDINATOR_POOLS_EAST_MAX", "9"));
        assertThat(settings.groups("pools"))
                .containsOnly(
                        Map.entry("east", Map.of("type", "registered", "max", "9")),
                        Map.entry("west", Map.of("type", "none")));
        Path wrong = write("pools: {east: 4, west: {keys: {type: none}}}");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> SettingsFile.read("coordinator", Optional.of(wrong), Map.of()))
                .withMessageContaining("'pools.east' has the wrong shape")
                .withMessageContaining("'pools.west.keys' has the wrong shape");
    }

    @Test
    void namesEveryUnknownKeyAtOnce() throws IOException {
        Path own = write("prot: 1\nscaling: fixed\nworkers:\n  maximum: 3\n");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> SettingsFile.read("coordinator", Optional.of(own), Map.of()))
                .withMessageContaining("'prot'")
                .withMessageContaining("'workers.maximum'")
                .withMessageContaining("'scaling' has the wrong shape")
                .withMessageContaining("slots");
    }

    @Test
    void refusesWhatIsNoYamlNoNumberOrNotThere() throws IOException {
        Path broken = write("port: [1\n");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> SettingsFile.read("worker", Optional.of(broken), Map.of()));
        Path missing = folder.resolve("none.yaml");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> SettingsFile.read("worker", Optional.of(missing), Map.of()))
                .withMessageContaining("none.yaml");
        Path list = write("- a\n- b\n");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> SettingsFile.read("worker", Optional.of(list), Map.of()));
        Path word = write("slots: many\n");
        SettingsFile settings = SettingsFile.read("worker", Optional.of(word), Map.of());
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> settings.number("slots"))
                .withMessageContaining("'many'");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), yaml);
    }
}
