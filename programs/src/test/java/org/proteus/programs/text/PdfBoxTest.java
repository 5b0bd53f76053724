package org.proteus.programs.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.trial.Judge;
import org.proteus.programs.trial.Objects;

class PdfBoxTest extends ProgramContract {

    @Override
    protected Program program() {
        return new PdfBox();
    }

    @Override
    protected List<ProgramSample> samples() throws IOException {
        return List.of(
                sample("pdf-to-text", "testPDF.pdf", "text/plain"),
                sample("pdf-to-html", "testPDF.pdf", "text/html"),
                sample("pdf-to-png", "testPDF.pdf", "image/png").with(Map.of("dpi", "72")),
                sample("pdf-to-jpeg", "testPDF.pdf", "image/jpeg").with(Map.of("dpi", "36")),
                pair("append-pdf"),
                pair("letterhead-pdf").with(Map.of("lay", "under")),
                pair("letterhead-pdf").with(Map.of("lay", "over")));
    }

    @Override
    protected List<ProgramSample> refused() throws IOException {
        ProgramSample picture = sample("pdf-to-png", "testPDF.pdf", "image/png");
        return List.of(
                pair("letterhead-pdf").with(Map.of("lay", "beside")),
                picture.with(Map.of("dpi", "100000")),
                picture.with(Map.of("page", "0")),
                picture.with(Map.of("page", "99")));
    }

    @Override
    protected void check(ProgramSample sample, Path output) throws Exception {
        assertThat(Judge.says(output, sample.target())).isEmpty();
        switch (sample.unit()) {
            case "pdf-to-png" -> assertThat(width(output)).isEqualTo(595);
            case "pdf-to-jpeg" -> assertThat(width(output)).isEqualTo(297);
            case "append-pdf" ->
                    assertThat(words(output))
                            .contains("Tika - Content Analysis Toolkit", LETTERHEAD)
                            .endsWith("2 pages");
            case "letterhead-pdf" ->
                    assertThat(words(output))
                            .contains("Tika - Content Analysis Toolkit", LETTERHEAD)
                            .endsWith("1 pages");
            default -> assertThat(output).content().contains("Tika - Content Analysis Toolkit");
        }
    }

    @Test
    void saysThatAPasswordIsNeeded() throws Exception {
        assertThat(problem("testPDF_no_extract_no_accessibility_owner_user.pdf").code())
                .isEqualTo(ErrorCode.ENCRYPTED_OBJECT);
    }

    @Test
    void makesNoEmptyTextOfPictures() throws Exception {
        Problem problem = problem("testOCR.pdf");

        assertThat(problem.code()).isEqualTo(ErrorCode.NO_TEXT);
        assertThat(problem.message()).contains("no text");
    }

    private Problem problem(String file) throws Exception {
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            return bench.run(sample("pdf-to-text", file, "text/plain"))
                    .result()
                    .problem()
                    .orElseThrow();
        }
    }

    private static final String LETTERHEAD = "Proteus and Sons";

    private ProgramSample pair(String unit) throws IOException {
        Path letterhead = folder.resolve("letterhead");
        Files.deleteIfExists(letterhead);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 750);
                content.showText(LETTERHEAD);
                content.endText();
            }
            document.save(letterhead.toFile());
        }
        return sample(unit, "testPDF.pdf", "application/pdf").and(letterhead, "application/pdf");
    }

    /** Poppler's own reader tells what stands in the PDF. */
    private static String words(Path pdf) throws Exception {
        Process process = new ProcessBuilder("/usr/bin/pdftotext", pdf.toString(), "-").start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        // A form feed ends each page.
        return text + text.chars().filter(c -> c == '\f').count() + " pages";
    }

    private ProgramSample sample(String unit, String file, String target) throws IOException {
        Path object = folder.resolve("object-" + file.hashCode());
        Files.write(object, Objects.sample(file));
        return ProgramSample.of(unit, object, "application/pdf", target);
    }

    private static int width(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        return image.getWidth();
    }
}
