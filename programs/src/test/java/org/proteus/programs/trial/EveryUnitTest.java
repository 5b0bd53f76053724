package org.proteus.programs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.programs.Invocation;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramSample;

/** Runs every unit of every shipped program once on a real object and asks Tika what came out. */
@Tag("slow")
@NeedsTool(command = "convert", apt = "imagemagick", versionArguments = "-version")
@NeedsTool(command = "ffmpeg", apt = "ffmpeg", versionArguments = "-version")
@NeedsTool(
        command = "mencoder",
        apt = "mencoder",
        versionArguments = {"-ovc", "help"})
@NeedsTool(command = "soffice", apt = "libreoffice")
class EveryUnitTest {

    private static final Map<String, String> MANDATORY =
            Map.of("encoder", "mencoder", "dissolve", "40", "lay", "under");

    private static final Map<String, String> OF_RANGES =
            Map.of("audio/*", "audio/vnd.wave", "image/*", "image/png");

    @TempDir static Path folder;

    @AutoClose private final OpenBenches benches = new OpenBenches(folder);

    @TestFactory
    Stream<DynamicContainer> makesWhatItPromises() {
        return ServiceLoader.load(Program.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(program ->
                        DynamicContainer.dynamicContainer(
                                program.getClass().getSimpleName(), tests(program)));
    }

    private Stream<DynamicTest> tests(Program program) {
        return program.documents().stream()
                .flatMap(document -> ProgramDocuments.read(document).units().stream())
                .map(unit -> DynamicTest.dynamicTest(unit.id(), () -> run(program, unit)));
    }

    private void run(Program program, TransformationUnit unit) throws Exception {
        ContentType target = unit.target().mediaType();
        ProgramSample sample = new ProgramSample(unit.id(), inputs(unit), target, mandatory(unit));

        ProgramBench.Run run = benches.of(program).run(sample);

        assertThat(run.result().problem()).as(run.result().lastWords()).isEmpty();
        assertThat(run.output()).isNotEmptyFile();
        assertThat(Judge.says(run.output(), target)).as("what Tika finds").isEmpty();
    }

    private static List<Invocation.Input> inputs(TransformationUnit unit) throws IOException {
        List<Invocation.Input> inputs = new ArrayList<>();
        for (TypePattern pattern : unit.sources()) {
            String source = pattern.mediaType().mediaType();
            String one = OF_RANGES.getOrDefault(source, source);
            ContentType type =
                    one.equals("*/*") ? ContentType.OCTET_STREAM : ContentType.parse(one);
            inputs.add(new Invocation.Input(new Objects(folder).of(one), type, "object"));
        }
        return inputs;
    }

    private static Map<String, String> mandatory(TransformationUnit unit) {
        return unit.parameters().stream()
                .filter(Parameter::isUnset)
                .collect(
                        java.util.stream.Collectors.toMap(
                                Parameter::name, p -> MANDATORY.get(p.name())));
    }
}
