package org.proteus.programs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ContentType;
import org.proteus.programs.Invocation;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.ProgressListener;

class ZipperTest extends ProgramContract {

    private static final String HOSTILE = "../../tmp/evil\n name.txt";

    @Override
    protected Program program() {
        return new Zipper();
    }

    @Override
    protected boolean takesAnything() {
        return true;
    }

    @Override
    protected List<ProgramSample> samples() throws IOException {
        return List.of(sample(Map.of()), sample(Map.of("level", "0")));
    }

    @Override
    protected List<ProgramSample> refused() throws IOException {
        return List.of(sample(Map.of("level", "10")), sample(Map.of("level", "best")));
    }

    @Override
    protected void check(ProgramSample sample, Path output) throws Exception {
        try (ZipFile zip = new ZipFile(output.toFile())) {
            assertThat(zip.stream()).extracting(Object::toString).containsExactly("evil_ name.txt");
            byte[] content = zip.getInputStream(zip.entries().nextElement()).readAllBytes();
            assertThat(new String(content, StandardCharsets.UTF_8)).startsWith("content");
        }
    }

    @Test
    void givesTheSameBytesAgain() throws Exception {
        assertThat(zipped("one")).isEqualTo(zipped("two"));
    }

    private byte[] zipped(String run) throws IOException {
        ProgramSample sample = sample(Map.of());
        Path output = folder.resolve(run);
        new Zipper()
                .transform(
                        new Invocation(
                                sample.unit(),
                                sample.inputs(),
                                sample.target(),
                                Map.of(),
                                output,
                                folder),
                        ProgressListener.NONE);
        return Files.readAllBytes(output);
    }

    private ProgramSample sample(Map<String, String> parameters) throws IOException {
        Path file = Files.writeString(folder.resolve("object"), "content ".repeat(10_000));
        ContentType type = ContentType.of("text", "plain");
        return new ProgramSample(
                "any-to-zip",
                List.of(new Invocation.Input(file, type, HOSTILE)),
                ContentType.of("application", "zip"),
                parameters);
    }
}
