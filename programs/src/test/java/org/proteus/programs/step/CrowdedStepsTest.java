package org.proteus.programs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.programs.Invocation;
import org.proteus.programs.fixture.Script;

/** Real steps on a worker whose memory is enough for one of them. */
@Timeout(120)
class CrowdedStepsTest {

    private static final ContentType TEXT = ContentType.of("text", "plain");
    private static final int STEPS = 4;

    @TempDir private Path folder;

    @Test
    void waitForEachOther() throws Exception {
        Path log = folder.resolve("log");
        String script =
                "echo begins >> %1$s; sleep 0.2; echo ends >> %1$s; cp \"$1\" \"$2\""
                        .formatted(log);
        InstalledPrograms programs = new InstalledPrograms(List.of(new Script()), Optional.empty());
        LocalStepRunner.Settings settings =
                LocalStepRunner.Settings.of(folder, STEPS)
                        .withMemory(ExpectedMemory.UNKNOWN * 3 / 2);
        try (LocalStepRunner runner = new LocalStepRunner(programs, settings);
                ExecutorService slots = Executors.newFixedThreadPool(STEPS)) {
            List<Future<StepRecord>> steps = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                int number = i;
                steps.add(slots.submit(() -> run(runner, script, number)));
            }
            for (Future<StepRecord> step : steps) {
                assertThat(step.get().problem()).isEmpty();
            }
        }
        assertThat(Files.readAllLines(log))
                .containsExactly(
                        "begins", "ends", "begins", "ends", "begins", "ends", "begins", "ends");
    }

    private StepRecord run(LocalStepRunner runner, String script, int number) throws Exception {
        Path input = Files.writeString(folder.resolve("input" + number), "text of a test");
        Path scratch = Files.createDirectories(folder.resolve("scratch" + number));
        PlanStep step =
                new PlanStep(
                        new UnitId("script", "copy"),
                        "1",
                        "sum",
                        Script.class.getName(),
                        TEXT,
                        List.of(),
                        ContentType.of("text", "x-copy"),
                        new TreeMap<>(Map.of("script", script)),
                        UnitLimits.NONE,
                        true);
        Invocation invocation =
                new Invocation(
                        "copy",
                        List.of(new Invocation.Input(input, TEXT, "input")),
                        step.target(),
                        step.parameters(),
                        folder.resolve("output" + number),
                        scratch);
        return runner.run(step, invocation, (done, total, measure) -> {});
    }
}
