package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.proteus.foundation.net.WireJson;
import org.proteus.foundation.testkit.NeedsTool;

/** The same command again: it goes on, and redoes nothing. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@Isolated("it interrupts what works")
final class TransformResumeIT {

    private static final String[] COMMAND = {
        "transform", "--from", "in", "--to", "png", "--into", "out", "--report", "report.jsonl"
    };

    @TempDir private Path folder;

    private ProteusHome home;

    @BeforeEach
    void open() throws IOException {
        home = new ProteusHome(folder);
    }

    @Test
    void nothingIsRedoneAndWhatIsNewOrChangedIsDone() throws IOException {
        Path source = Samples.pictures(home.folder("in"), 3, 60);
        assertDone(home.run(COMMAND));
        Map<String, Object> before = files();
        Map<String, Integer> attempts = attempts();

        assertDone(home.run(COMMAND));

        assertThat(files()).isEqualTo(before);
        assertThat(attempts()).isEqualTo(attempts);

        Samples.picture(source.resolve("p03.ppm"), 60, 3);
        Samples.picture(source.resolve("p01.ppm"), 61, 99);
        assertDone(home.run(COMMAND));

        Map<String, Object> after = files();
        assertThat(after.keySet()).containsExactly("p00.png", "p01.png", "p02.png", "p03.png");
        assertThat(after).containsEntry("p00.png", before.get("p00.png"));
        assertThat(after).containsEntry("p02.png", before.get("p02.png"));
        assertThat(after.get("p01.png")).isNotEqualTo(before.get("p01.png"));
    }

    @Test
    void interruptedCleanlyAndThenCompleted() throws IOException {
        int objects = 30;
        Samples.pictures(home.folder("in"), objects, 700);
        Path sink = home.folder("out");
        try (ProteusProcess process = home.start(COMMAND)) {
            await().atMost(RunningService.LONG)
                    .until(() -> !Samples.names(sink).isEmpty() || !process.isAlive());
            // As Ctrl-C does; but shells let what they start in the background ignore that one.
            process.signal("TERM");
            Outcome outcome = process.await();

            assertThat(outcome.exit()).as(outcome.all()).isNotZero();
            assertThat(outcome.err()).contains("the same command resumes").doesNotContain("\tat ");
        }
        assertThat(home.processes()).isEmpty();
        assertThat(Samples.names(sink)).allMatch(name -> name.matches("p\\d\\d\\.png"));
        assertThat(Samples.names(sink)).hasSizeLessThan(objects);

        assertDone(home.run(COMMAND));
        Map<String, String> committed = new TreeMap<>();
        elements()
                .forEach(e ->
                        committed.put(
                                e.path("name").asText().replace(".ppm", ".png"),
                                e.path("resultChecksum").asText()));
        Map<String, String> found = new TreeMap<>();
        Samples.names(sink).forEach(name -> found.put(name, Samples.sha256(sink.resolve(name))));
        assertThat(found).hasSize(objects).isEqualTo(committed);
    }

    private static void assertDone(Outcome outcome) {
        assertThat(outcome.exit()).as(outcome.all()).isZero();
    }

    /** Inode and time of every result: what is written again has others. */
    private Map<String, Object> files() throws IOException {
        Map<String, Object> files = new TreeMap<>();
        for (String name : Samples.names(home.path("out"))) {
            files.put(
                    name,
                    Files.readAttributes(
                            home.path("out").resolve(name), "unix:ino,lastModifiedTime"));
        }
        return files;
    }

    private Map<String, Integer> attempts() throws IOException {
        Map<String, Integer> attempts = new TreeMap<>();
        elements().forEach(e -> attempts.put(e.path("name").asText(), e.path("attempts").size()));
        return attempts;
    }

    private List<JsonNode> elements() throws IOException {
        List<String> lines = Files.readAllLines(home.path("report.jsonl"));
        return lines.subList(0, lines.size() - 1).stream().map(TransformResumeIT::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return WireJson.mapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
