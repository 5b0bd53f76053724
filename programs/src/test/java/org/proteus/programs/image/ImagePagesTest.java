package org.proteus.programs.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.trial.Judge;
import org.proteus.programs.trial.Objects;

class ImagePagesTest extends ProgramContract {

    @Override
    protected Program program() {
        return new ImagePages();
    }

    @Override
    protected boolean triesEveryUnit() {
        return false;
    }

    @Override
    protected List<ProgramSample> samples() throws IOException {
        return List.of(sample("tiff-to-pdf", "image/tiff"), sample("jpeg-to-pdf", "image/jpeg"));
    }

    @Override
    protected void check(ProgramSample sample, Path output) throws Exception {
        assertThat(Judge.says(output, sample.target())).isEmpty();
    }

    @Test
    void callsABrokenImageBroken() throws Exception {
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            for (String type : List.of("tiff", "jpeg")) {
                Path broken = folder.resolve("broken." + type);
                byte[] whole = Files.readAllBytes(new Objects(folder).of("image/" + type));
                byte[] cut = Arrays.copyOf(whole, 40);
                Arrays.fill(cut, 12, cut.length, (byte) 0x55);
                Files.write(broken, cut);

                ProgramBench.Run run =
                        bench.run(
                                ProgramSample.of(
                                        type + "-to-pdf",
                                        broken,
                                        "image/" + type,
                                        "application/pdf"));

                assertThat(run.result().problem().map(Problem::code))
                        .as(type)
                        .contains(ErrorCode.BROKEN_OBJECT);
            }
        }
    }

    /** Java takes samples of gray for linear light, which files do not mean. */
    @ParameterizedTest
    @CsvSource({
        "png, -depth 8",
        "png, -depth 16",
        "tiff, -depth 8 -compress none",
        "tiff, -depth 16 -compress none",
        "tiff, -depth 8 -compress lzw",
        "png, -depth 8 -alpha set -channel A -evaluate set 50%",
        "bmp, -depth 8"
    })
    @NeedsTool(command = "convert", apt = "imagemagick", versionArguments = "-version")
    void keepsTheBrightnessOfGrays(String type, String how) throws Exception {
        Path gray = gray(type, how);
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            ProgramBench.Run run = bench.run(sample(type + "-to-pdf", gray, "image/" + type));

            assertThat(run.result().problem()).isEmpty();
            assertThat(brightness(run.output())).isCloseTo(0.5, within(0.01));
        }
    }

    /** Java's reader of TIFF has gaps; another program may read what it cannot. */
    @Test
    @NeedsTool(command = "convert", apt = "imagemagick", versionArguments = "-version")
    void callsAnImageThatItDoesNotKnowNotBroken() throws Exception {
        Path gray = gray("tiff", "-depth 16 -compress lzw");
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            ProgramBench.Run run = bench.run(sample("tiff-to-pdf", gray, "image/tiff"));

            assertThat(run.result().problem().map(Problem::code))
                    .contains(ErrorCode.PROGRAM_FAILED);
        }
    }

    private Path gray(String type, String how) throws IOException, InterruptedException {
        Path gray = folder.resolve("gray." + type);
        List<String> command =
                new ArrayList<>(List.of("convert", "-size", "64x64", "gradient:white-black"));
        command.addAll(List.of("-colorspace", "Gray"));
        command.addAll(List.of(how.split(" ")));
        command.add(gray.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return gray;
    }

    /** Returns the mean brightness of the only image, 0 to 1. */
    private static double brightness(Path document) throws IOException {
        try (PDDocument pages = Loader.loadPDF(document.toFile())) {
            PDResources resources = pages.getPage(0).getResources();
            COSName name = resources.getXObjectNames().iterator().next();
            BufferedImage image = ((PDImageXObject) resources.getXObject(name)).getImage();
            return IntStream.range(0, image.getWidth() * image.getHeight())
                            .map(i ->
                                    image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFF)
                            .average()
                            .orElseThrow()
                    / 255;
        }
    }

    private static ProgramSample sample(String unit, Path file, String source) {
        return ProgramSample.of(unit, file, source, "application/pdf");
    }

    private ProgramSample sample(String unit, String source) throws IOException {
        return ProgramSample.of(unit, new Objects(folder).of(source), source, "application/pdf");
    }
}
