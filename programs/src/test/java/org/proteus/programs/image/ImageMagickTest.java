package org.proteus.programs.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.programs.Command;
import org.proteus.programs.Invocation;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;
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

    private Stream<TransformationUnit> units() {
        return program().documents().stream()
                .flatMap(document -> ProgramDocuments.read(document).units().stream());
    }

    private ProgramSample sample(TransformationUnit unit, String asked) throws IOException {
        String source = unit.sources().getFirst().mediaType().mediaType();
        String target = unit.target().mediaType().mediaType() + asked;
        Path object = new Objects(folder).of(source);
        ProgramSample sample = ProgramSample.of(unit.id(), object, source, target);
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
