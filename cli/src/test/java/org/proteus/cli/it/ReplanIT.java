package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.net.WireJson;
import org.proteus.foundation.testkit.NeedsTool;

/** A step that fails is gone round, from the last good intermediate. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@Execution(ExecutionMode.CONCURRENT)
final class ReplanIT {

    /** Comes first by name, and never has room for its result. */
    private static final String TOO_TIGHT =
            """
            <gDTSTransformationProgram id="a-tight-one" version="1" xmlns:p="urn:proteus:program:1">
              <Transformer><Class>org.proteus.programs.image.ImageMagick</Class></Transformer>
              <TransformationUnits>
                <TransformationUnit id="png-to-bmp" p:loss="lossless">
                  <Sources><Source><Input id="TRInput0"/><ContentType>
                    <Mimetype>image/png</Mimetype></ContentType></Source></Sources>
                  <Target><Output id="TROutput"/><ContentType>
                    <Mimetype>image/bmp</Mimetype></ContentType></Target>
                  <p:Limits maxOutput="64B"/>
                </TransformationUnit>
              </TransformationUnits>
            </gDTSTransformationProgram>
            """;

    @TempDir private Path folder;

    private ProteusHome home;

    @BeforeEach
    void open() throws IOException {
        home = new ProteusHome(folder);
        Files.writeString(home.folder("config/proteus/programs").resolve("tight.xml"), TOO_TIGHT);
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.addPage(new PDPage(new PDRectangle(72, 144)));
            document.save(home.folder("in").resolve("two-pages.pdf").toFile());
        }
    }

    @Test
    void theReportTellsWhatFailedAndWhatWasTakenInstead() throws IOException {
        Outcome outcome = transform();

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        // The second page at 72 dots an inch: options and pin held before the failure, once.
        assertThat(ImageIO.read(home.path("out/two-pages.bmp").toFile()).getHeight())
                .isEqualTo(144);
        JsonNode element = line();
        List<String> steps =
                StreamSupport.stream(element.at("/attempts/0/record/steps").spliterator(), false)
                        .map(s -> s.at("/unit").asText() + (s.has("problem") ? " failed" : ""))
                        .toList();
        assertThat(steps)
                .containsExactly(
                        "pdfbox/pdf-to-png",
                        "a-tight-one/png-to-bmp failed",
                        "imagemagick/png-to-bmp");
        assertThat(element.at("/attempts/0/record/steps/1/problem/message").asText())
                .contains("more than 64 bytes");
        assertThat(element.at("/attempts/0/record/steps/0/outputSize").asLong())
                .isEqualTo(element.at("/attempts/0/record/steps/2/inputSize").asLong())
                .isPositive();
    }

    @Test
    void whatIsPinnedFailsRatherThanGoesAnotherWay() throws IOException {
        Outcome outcome = transform("--pin", "a-tight-one");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(3);
        assertThat(outcome.all()).contains("a-tight-one: it wrote more than 64 bytes");
        assertThat(Samples.names(home.folder("out"))).isEmpty();
    }

    @Test
    void whatIsForbiddenIsNotTried() throws IOException {
        Outcome outcome = transform("--forbid", "a-tight-one");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(line().at("/attempts/0/record/steps")).hasSize(2);
    }

    private Outcome transform(String... rules) {
        List<String> arguments =
                List.of(
                        "transform",
                        "--from",
                        "in",
                        "--to",
                        "bmp",
                        "--into",
                        "out",
                        "--set",
                        "page=2",
                        "--set",
                        "dpi=72",
                        "--pin",
                        "image/png",
                        "--report",
                        "report.jsonl");
        return home.run(
                Stream.concat(arguments.stream(), List.of(rules).stream()).toArray(String[]::new));
    }

    private JsonNode line() throws IOException {
        return WireJson.mapper().readTree(Files.readAllLines(home.path("report.jsonl")).getFirst());
    }
}
