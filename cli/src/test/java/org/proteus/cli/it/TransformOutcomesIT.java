package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.net.WireJson;
import org.proteus.foundation.testkit.NeedsTool;

/** What becomes of good and bad objects, and what the user is told. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@Execution(ExecutionMode.CONCURRENT)
final class TransformOutcomesIT {

    @TempDir private Path folder;

    private ProteusHome home;

    @BeforeEach
    void open() throws IOException {
        home = new ProteusHome(folder);
    }

    @Test
    void allDoneIsZeroAndOptionsAreHonoured() throws IOException {
        Samples.pictures(home.folder("in"), 3, 100);

        Outcome outcome =
                home.run(
                        "transform",
                        "--from",
                        "in",
                        "--to",
                        "a.png",
                        "--into",
                        "out",
                        "--set",
                        "width=64",
                        "--json");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(outcome.err()).contains("to image/png").doesNotContain("WARN", "ERROR");
        assertThat(outcome.json().at("/job/counts/DONE").asInt()).isEqualTo(3);
        assertThat(outcome.json().at("/job/target").asText()).isEqualTo("image/png");
        assertThat(Samples.names(home.path("out")))
                .containsExactly("p00.png", "p01.png", "p02.png");
        assertThat(ImageIO.read(home.path("out/p01.png").toFile()).getWidth()).isEqualTo(64);
        assertThat(home.processes()).isEmpty();
    }

    @Test
    void someFailedIsThreeAndEachFailureHasItsReason() throws IOException {
        badObjects(home.folder("in"));

        Outcome outcome =
                home.run(
                        "transform",
                        "--from",
                        "in",
                        "--to",
                        "png",
                        "--into",
                        "out",
                        "--report",
                        "report.jsonl");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(3);
        assertThat(outcome.out()).contains("2 DONE");
        assertThat(outcome.all()).doesNotContain("\tat ", "Exception:", "WARN", "ERROR");
        assertThat(Samples.names(home.path("out"))).containsExactly("good.png", "misnamed.png");
        List<JsonNode> report = lines(home.path("report.jsonl"));
        assertThat(report).hasSize(7);
        assertThat(report.getLast().at("/summary/counts/DONE").asInt()).isEqualTo(2);
        Map<String, JsonNode> elements =
                report.subList(0, 6).stream()
                        .collect(
                                Collectors.toMap(
                                        e -> e.path("name").asText(), Function.identity()));
        assertThat(problem(elements, "empty.ppm")).isEqualTo("BROKEN_OBJECT");
        assertThat(problem(elements, "secret.pdf")).isEqualTo("ENCRYPTED_OBJECT");
        assertThat(problem(elements, "noise.bin")).isEqualTo("NO_PATH");
        assertThat(problem(elements, "truncated.ppm")).isIn("PROGRAM_FAILED", "BROKEN_OBJECT");
        assertThat(elements.get("misnamed.pdf").path("typeFound").asText())
                .isEqualTo("image/x-portable-pixmap");
        for (String bad : List.of("empty.ppm", "secret.pdf", "noise.bin", "truncated.ppm")) {
            assertThat(outcome.err()).contains(bad + ": ");
        }
        assertThat(elements.get("good.ppm").at("/attempts/0/record/steps/0/arguments"))
                .isNotEmpty();
        assertThat(elements.get("good.ppm").path("resultChecksum").asText())
                .isEqualTo(Samples.sha256(home.path("out/good.png")));
    }

    @Test
    void objectsOfThatTypeAlreadyAreForwardedUntouched() throws IOException {
        Path source = home.folder("in");
        Files.writeString(source.resolve("a.txt"), "already text\n");

        Outcome outcome =
                home.run("transform", "--from", "in", "--to", "txt", "--into", "out", "--json");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(home.path("out/a.txt")).hasSameBinaryContentAs(source.resolve("a.txt"));
    }

    @Test
    void anEmptyFolderIsTold() throws IOException {
        home.folder("in");

        Outcome outcome = home.run("transform", "--from", "in", "--to", "png", "--into", "out");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(1);
        assertThat(outcome.err()).contains("holds no object").doesNotContain("WARN", "ERROR");
    }

    private static void badObjects(Path source) throws IOException {
        byte[] good = Files.readAllBytes(Samples.picture(source.resolve("good.ppm"), 80, 1));
        Files.copy(source.resolve("good.ppm"), source.resolve("misnamed.pdf"));
        Files.write(source.resolve("truncated.ppm"), Arrays.copyOf(good, 500));
        Files.createFile(source.resolve("empty.ppm"));
        Files.write(source.resolve("noise.bin"), new byte[] {0, 1, 2, 3, (byte) 0xfe, 7, 8});
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(source.resolve("secret.pdf").toFile());
        }
    }

    private static String problem(Map<String, JsonNode> elements, String name) {
        return elements.get(name).at("/problem/code").asText();
    }

    private static List<JsonNode> lines(Path report) throws IOException {
        return Files.readAllLines(report, StandardCharsets.UTF_8).stream()
                .map(TransformOutcomesIT::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return WireJson.mapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
