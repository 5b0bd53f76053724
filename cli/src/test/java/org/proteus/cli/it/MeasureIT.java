package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.testkit.NeedsTool;

/** What one command learns, the next one knows. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@Execution(ExecutionMode.CONCURRENT)
final class MeasureIT {

    @TempDir private Path folder;

    private ProteusHome home;

    @BeforeEach
    void open() throws IOException {
        home = new ProteusHome(folder);
    }

    @Test
    void remembersWhatItMeasured() throws Exception {
        Outcome measured = home.run("measure", "--units", "imagemagick/bmp-to-*", "--json");

        assertThat(measured.exit()).as(measured.all()).isZero();
        JsonNode units = measured.json();
        assertThat(units.size()).isGreaterThan(4);
        assertThat(units)
                .allSatisfy(
                        unit -> assertThat(unit.get("fidelity").asDouble()).isBetween(0.7, 1.0));
        assertThat(Files.readString(home.path("state/proteus/figures")))
                .contains("imagemagick/bmp-to-png\tfidelity\t1.000000");
        assertThat(home.run("programs", "show", "imagemagick").out())
                .contains("keeps 100.0 % (measured)");
    }

    @Test
    void remembersOnAServer() {
        try (RunningService service = RunningService.start(home, "--workers", "1")) {
            String server = service.address().toString();
            Outcome stranger =
                    home.run("measure", "--units", "imagemagick/bmp-to-png", "--server", server);
            assertThat(stranger.exit()).as(stranger.all()).isEqualTo(2);
            assertThat(stranger.err()).contains("--token-file").doesNotContain("\tat ");

            Outcome measured =
                    home.run(
                            "measure",
                            "--units",
                            "imagemagick/bmp-to-png",
                            "--server",
                            server,
                            "--token-file",
                            home.path("service/operator.token").toString());
            assertThat(measured.exit()).as(measured.all()).isZero();
            assertThat(home.run("programs", "show", "imagemagick", "--server", server).out())
                    .contains("keeps 100.0 % (measured)");
            assertThat(service.stop().exit()).isZero();
        }
        assertThat(home.path("state/proteus/figures")).doesNotExist();
    }

    @Test
    void writesASettingsFileInstead() throws Exception {
        Outcome measured =
                home.run("measure", "--units", "imagemagick/bmp-to-png", "--output", "mine.yaml");

        assertThat(measured.exit()).as(measured.all()).isZero();
        Properties lines = new Properties();
        try (var in = Files.newInputStream(home.path("mine.yaml"))) {
            lines.load(in);
        }
        assertThat(lines.getProperty("imagemagick/bmp-to-png")).isEqualTo("1.0000");
        assertThat(home.path("state/proteus/figures")).doesNotExist();
    }

    @Test
    void refusesWhatNoSampleSuits() {
        Outcome measured = home.run("measure", "--units", "nobody/*");

        assertThat(measured.exit()).as(measured.all()).isEqualTo(2);
        assertThat(measured.err()).contains("nobody/*", "->").doesNotContain("\tat ");
    }

    @Test
    void learnsFromOneShotCommands() throws Exception {
        Files.writeString(home.folder("in").resolve("a.txt"), "some words\n");

        Outcome first = home.run("transform", "--from", "in", "--to", "zip", "--into", "out");

        assertThat(first.exit()).as(first.all()).isZero();
        assertThat(Files.readString(home.path("state/proteus/figures")))
                .contains("zipper/any-to-zip\tTINY\t1.000000\t1.000000\t");
        assertThat(home.run("programs", "show", "zipper").out()).contains("tiny   objects: 1 runs");
    }
}
