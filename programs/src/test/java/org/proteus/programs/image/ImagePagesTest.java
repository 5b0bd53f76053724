package org.proteus.programs.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
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

    private ProgramSample sample(String unit, String source) throws IOException {
        return ProgramSample.of(unit, new Objects(folder).of(source), source, "application/pdf");
    }
}
