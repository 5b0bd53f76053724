package org.proteus.programs.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.programs.Command;
import org.proteus.programs.Invocation;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.trial.Judge;
import org.proteus.programs.trial.Objects;

@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
class ImageMagickTest extends ProgramContract {

    @Override
    protected Program program() {
        return new ImageMagick();
    }

    /** Every unit; half of them resize on the way. */
    @Override
    protected List<ProgramSample> samples() throws IOException {
        List<ProgramSample> samples = new ArrayList<>();
        for (TransformationUnit unit : units().toList()) {
            samples.add(sample(unit, unit.id().startsWith("watermark") ? "" : "; width=\"40px\""));
        }
        return samples;
    }

    @Override
    protected List<ProgramSample> refused() throws IOException {
        TransformationUnit unit =
                units().filter(u -> u.id().equals("png-to-jpeg")).findFirst().orElseThrow();
        ProgramSample good = sample(unit, "");
        return List.of(
                good.with(Map.of("quality", "101")),
                good.with(Map.of("quality", "-quality 5")),
                overlay("image/png", "arrange", "behind"),
                overlay("image/png", "gravity", "-list"),
                overlay("image/png", "dissolve", "0"),
                sample(unit, "; width=\"99999\""),
                sample(unit, "; height=\"0\""),
                sample(unit, "; width=\"10%\""));
    }

    @Override
    protected void check(ProgramSample sample, Path output) throws Exception {
        assertThat(Judge.says(output, sample.target())).isEmpty();
        if (sample.target().parameters().containsKey("width")) {
            assertThat(identify(output)).isEqualTo("40");
        }
    }

    @Test
    void forcesTheFormatsAndReadsThePolicy() throws IOException {
        ProgramSample sample =
                sample(units().filter(u -> u.id().equals("tiff-to-png")).findFirst().get(), "");

        Command command = command(sample);

        assertThat(command.arguments().getFirst()).isNotEqualTo("/usr/local/bin/convert");
        assertThat(command.arguments())
                .contains("tiff:" + sample.inputs().getFirst().file() + "[0]")
                .endsWith("png:" + folder.resolve("output"));
        assertThat(Path.of(command.environment().get("MAGICK_CONFIGURE_PATH")))
                .isDirectoryContaining("glob:**/policy.xml");
    }

    @Test
    void tellsHowManyPixelsItRead() throws Exception {
        List<String> told = new ArrayList<>();
        ProgramSample sample =
                ProgramSample.of("png-to-jpeg", square("red", 40, RED), "image/png", "image/jpeg");
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            ProgressListener listener =
                    (done, total, measure) -> told.add(done + " of " + total + " " + measure);
            assertThat(bench.run(sample, listener).result().succeeded()).isTrue();
        }
        assertThat(told).containsExactly("0 of 1600 pixels");
    }

    @Test
    void addsUpThePixelsOfEveryImageThatItReads() {
        PixelCount count = new PixelCount();
        assertThat(count.apply("convert: some warning")).isEmpty();
        assertThat(count.apply("pixels 640 480 2"))
                .contains(new Command.Step(0, 614_400, "pixels"));
        assertThat(count.apply("pixels 10 10 1")).contains(new Command.Step(0, 614_500, "pixels"));
    }

    /** A red square and a blue one: what lies where is seen on the pixels. */
    @Test
    void laysTheSecondImageWhereItIsToldTo() throws Exception {
        assertThat(pixels("over", "southeast")).isEqualTo(new Picture(40, 40, RED, BLUE));
        assertThat(pixels("over", "northwest")).isEqualTo(new Picture(40, 40, BLUE, RED));
        assertThat(pixels("beside", "center")).isEqualTo(new Picture(50, 40, RED, WHITE));
        assertThat(pixels("below", "center")).isEqualTo(new Picture(40, 50, RED, WHITE));
    }

    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;
    private static final int WHITE = 0xffffffff;

    private record Picture(int width, int height, int first, int last) {}

    private Picture pixels(String arrange, String gravity) throws Exception {
        Path red = square("red", 40, RED);
        Path blue = square("blue", 10, BLUE);
        ProgramSample sample =
                ProgramSample.of("png-and-image-to-png", red, "image/png", "image/png")
                        .and(blue, "image/png")
                        .with(Map.of("arrange", arrange, "gravity", gravity));
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            BufferedImage image = ImageIO.read(bench.run(sample).output().toFile());
            int right = image.getWidth() - 1;
            int bottom = image.getHeight() - 1;
            return new Picture(
                    right + 1, bottom + 1, image.getRGB(0, 0), image.getRGB(right, bottom));
        }
    }

    private Path square(String name, int side, int color) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, color);
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private ProgramSample overlay(String partner, String option, String value) throws IOException {
        Path object = new Objects(folder).of("image/png");
        return ProgramSample.of("png-and-image-to-png", object, "image/png", "image/png")
                .and(object, partner)
                .with(Map.of(option, value));
    }

    private Stream<TransformationUnit> units() {
        return program().documents().stream()
                .flatMap(document -> ProgramDocuments.read(document).units().stream());
    }

    private ProgramSample sample(TransformationUnit unit, String asked) throws IOException {
        String source = unit.sources().getFirst().mediaType().mediaType();
        String target = unit.target().mediaType().mediaType() + asked;
        Path object = new Objects(folder).of(source);
        ProgramSample sample = ProgramSample.of(unit.id(), object, source, target);
        if (unit.sources().size() > 1) {
            return sample.and(new Objects(folder).of("image/gif"), "image/gif");
        }
        return unit.parameter("dissolve").isPresent()
                ? sample.with(Map.of("dissolve", "30", "tile", "true"))
                : sample;
    }

    private Command command(ProgramSample sample) {
        return new ImageMagick()
                .command(
                        new Invocation(
                                sample.unit(),
                                sample.inputs(),
                                sample.target(),
                                sample.parameters(),
                                folder.resolve("output"),
                                folder.resolve("scratch")));
    }

    private static String identify(Path image) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("/usr/bin/identify", "-format", "%w\n", image.toString())
                        .start();
        try (var answer = process.inputReader()) {
            String width = answer.readLine();
            process.waitFor();
            return width;
        }
    }
}
