package org.proteus.programs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.ProgramOffer.State;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.programs.Invocation;
import org.proteus.programs.archive.Zipper;
import org.proteus.programs.fixture.Script;

class UntrustedProgramsTest {

    private static final ContentType TEXT = ContentType.of("text", "plain");

    @TempDir private Path folder;

    /** Script lies beside this software, as in a jar of somebody else; Zipper came with it. */
    private final InstalledPrograms programs =
            new InstalledPrograms(List.of(new Script(), new Zipper()), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "shipped, MISSING, RUNNABLE",
        "run, RUNNABLE, RUNNABLE",
        "refuse, MISSING, MISSING"
    })
    void whatIsPublishedIsOfferedAsTheSettingSays(String how, State beside, State shipped) {
        try (LocalStepRunner runner = runner(how)) {
            List<ProgramOffer> offers =
                    runner.offers(
                            List.of(
                                    published("mine", Script.class.getName()),
                                    published("yours", Zipper.class.getName()),
                                    published("none", "org.example.None"),
                                    published("script", Zipper.class.getName())));
            assertThat(offers)
                    .extracting(ProgramOffer::program)
                    .containsExactly("script", "zipper", "mine", "yours", "none");
            assertThat(offers)
                    .extracting(ProgramOffer::state)
                    .containsExactly(
                            State.RUNNABLE, State.RUNNABLE, beside, shipped, State.MISSING);
        }
    }

    @Test
    void aStepOfAPublishedProgramIsRefusedWithAClearWord() throws Exception {
        try (LocalStepRunner runner = runner("shipped")) {
            StepRecord refused = run(runner, false);
            assertThat(refused.problem().orElseThrow().code()).isEqualTo(ErrorCode.NO_WORKER);
            assertThat(refused.problem().orElseThrow().message())
                    .contains("only by classes that came with it, not " + Script.class.getName());
            assertThat(run(runner, true).problem()).isEmpty();
        }
        try (LocalStepRunner runner = runner("run")) {
            assertThat(run(runner, false).problem()).isEmpty();
        }
    }

    /** A unit for plain text is planned for all that is a kind of it. */
    @Test
    void itIsToldTheTypeThatItsUnitDeclares() throws Exception {
        TransformationUnit copy =
                new TransformationUnit(
                        "copy",
                        List.of(new TypePattern(TEXT, List.of())),
                        new TypePattern(ContentType.of("text", "x-copy"), List.of()),
                        List.of(),
                        List.of(),
                        UnitLimits.NONE,
                        LossClass.LOSSLESS,
                        0,
                        List.of(),
                        List.of());
        try (LocalStepRunner runner = runner("run")) {
            runner.offers(List.of(published("mine", Script.class.getName(), copy)));
            assertThat(run(runner, false, ContentType.of("text", "x-python")).problem()).isEmpty();
        }
        assertThat(folder.resolve("output")).hasContent("text/plain");
    }

    @Test
    void itsLimitsAreTheWorkersAtMost() {
        UnitLimits worker = new UnitLimits(0, 100, 0, 60, 30, 1000);
        assertThat(StepLimits.atMost(new UnitLimits(7, 200, 50, 6000, 10, 0), worker))
                .isEqualTo(new UnitLimits(7, 100, 50, 60, 10, 1000));
        assertThat(StepLimits.atMost(UnitLimits.NONE, worker)).isEqualTo(worker);
    }

    @Test
    void anotherWordIsNoSetting() {
        assertThatIllegalArgumentException().isThrownBy(() -> UntrustedPrograms.parse("maybe"));
        for (UntrustedPrograms how : UntrustedPrograms.values()) {
            assertThat(UntrustedPrograms.parse(how.text())).isEqualTo(how);
        }
    }

    private LocalStepRunner runner(String how) {
        return new LocalStepRunner(
                programs,
                LocalStepRunner.Settings.of(folder, 1).withUntrusted(UntrustedPrograms.parse(how)));
    }

    private StepRecord run(LocalStepRunner runner, boolean trusted) throws Exception {
        return run(runner, trusted, TEXT);
    }

    private StepRecord run(LocalStepRunner runner, boolean trusted, ContentType type)
            throws Exception {
        Path input = Files.writeString(folder.resolve("input"), "text of a test");
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        Path output = folder.resolve("output");
        Files.deleteIfExists(output);
        PlanStep step =
                new PlanStep(
                        new UnitId("mine", "copy"),
                        "1",
                        "sum",
                        Script.class.getName(),
                        TEXT,
                        List.of(),
                        ContentType.of("text", "x-copy"),
                        new TreeMap<>(Map.of("script", "printf %s \"$TYPE\" > \"$2\"")),
                        UnitLimits.NONE,
                        trusted);
        Invocation invocation =
                new Invocation(
                        "copy",
                        List.of(new Invocation.Input(input, type, "input")),
                        step.target(),
                        step.parameters(),
                        output,
                        scratch);
        return runner.run(step, invocation, (done, total, measure) -> {});
    }

    private static TransformationProgram published(
            String id, String entryClass, TransformationUnit... units) {
        return new TransformationProgram(
                id,
                "1",
                "",
                List.of(),
                Optional.of(entryClass),
                List.of(),
                List.of(units),
                false,
                "sum-" + id);
    }
}
