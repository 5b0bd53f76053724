package org.proteus.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.policies.simulation.Experiment;
import org.proteus.policies.simulation.Scenario;

class ScenarioFileTest {

    static final Path SHIPPED = Path.of("../config/scenarios");

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("shipped")
    void loadsEveryShippedScenario(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        assertThat(scenario.name() + ".yaml").isEqualTo(file.getFileName().toString());
        assertThat(scenario.jobs()).isNotEmpty();
        assertThat(Files.readString(file)).startsWith("# ");
        assertThat(new Experiment(scenario)).isNotNull();
    }

    @Test
    void readsEveryKey() throws IOException {
        Scenario scenario =
                read(
                        """
                        ratio: 0.3
                        min: 2
                        max: 9
                        step: 3
                        window: 45s
                        cooldown: 2m
                        boot: 20s
                        warm-up: 1s
                        heartbeat: 2s
                        host: {serial: 0.1, crosstalk: 0.2, memory: 4GB}
                        jobs:
                          - starts: 3m
                            tasks: 100
                            task: {seconds: 7, spread: 0.5, memory: 1GB, progress: false}
                            sizes: [{share: 1, from: 1MB, to: 3MB}]
                            source: {capacity: 5MB, worker: 2MB}
                        changes:
                          - {at: 10m, job: 1, source: 1MB, seconds: 8, spread: 0}
                        """);
        assertThat(scenario.settings().ratio()).isEqualTo(0.3);
        assertThat(scenario.settings().cooldown()).isEqualTo(Duration.ofMinutes(2));
        assertThat(scenario.host().most()).isEqualTo(4);
        assertThat(scenario.jobs().getFirst().tasks()).isEqualTo(100);
        assertThat(scenario.jobs().getFirst().sizes().mean()).isEqualTo(2.0 * (1 << 20));
        assertThat(scenario.changes().getFirst().spread()).contains(0.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jbos: []|unknown key 'jbos'",
                "jobs: []|jobs is not right",
                "jobs: 7|jobs is not right",
                "jobs: [7]|jobs[1] is not right",
                "[]|the file is not right",
                "jobs: [{tasks: 1, length: 3m}]|jobs[1].length is not right",
                "jobs: [{task: {seconds: 1}}]|jobs[1].length is not right",
                "jobs: [{tasks: 0}]|jobs[1].tasks is not right",
                "jobs: [{tasks: 99999999}]|jobs[1].tasks is not right",
                "jobs: [{tasks: 99999999999999}]|jobs[1].tasks is not right",
                "jobs: [{tasks: 1, task: {seconds: .nan}}]|cannot be read: line 1: Malformed numeric value",
                "jobs: [{tasks: 1, task: {seconds: -3}}]|jobs[1].task.seconds is not right",
                "jobs: [{tasks: 1, task: {spread: many}}]|jobs[1].task.spread is not right",
                "jobs: [{tasks: 1, task: {progress: 3}}]|jobs[1].task.progress is not right",
                "jobs: [{tasks: 1, source: {capacity: 5}}]|jobs[1].source.capacity is not right",
                "jobs: [{tasks: 1, source: {capacity: 0B}}]|jobs[1].source.capacity is not right",
                "jobs: [{tasks: 1, sizes: []}]|jobs[1].sizes is not right",
                "jobs: [{tasks: 1, sizes: [{from: 2MB, to: 1MB}]}]|jobs[1].sizes[1].to is not right",
                "jobs: [{tasks: 1}], window: 0s|window is not right",
                "jobs: [{tasks: 1}], max: 5000|max is not right",
                "jobs: [{tasks: 1}], min: 9, max: 8|min is not right",
                "jobs: [{tasks: 1}], boot: 8d|boot is not right",
                "jobs: [{tasks: 1}], host: {capacity: [1, 0]}|host.capacity[2] is not right",
                "jobs: [{tasks: 1}], changes: [{job: 1}]|changes[1].at is not right",
                "'jobs: [{tasks: 1}], changes: [{at: 1m, job: 2}]'|changes[1].job is not right",
            })
    void namesTheKeyThatIsWrong(String yaml, String problem) {
        assertRefused(yaml.startsWith("[") ? yaml : "{" + yaml + "}", problem);
    }

    @Test
    void refusesFilesThatAreNoScenario() throws IOException {
        assertRefused("", "the file is not right");
        assertRefused("a: [", "cannot be read");
        assertRefused("[".repeat(100_000), "cannot be read");
        assertRefused("x".repeat(2_000_000), "larger than 1 MB");
        assertRefused("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b, *b]", "unknown key");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> ScenarioFile.read(folder.resolve("none.yaml")))
                .withMessageContaining("cannot be read");
    }

    private void assertRefused(String yaml, String problem) {
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> read(yaml))
                .withMessageContaining(problem)
                .withMessageContaining("docs/scenarios.md")
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }

    private Scenario read(String yaml) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, yaml);
        return ScenarioFile.read(file);
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.sorted().toList();
        }
    }
}
