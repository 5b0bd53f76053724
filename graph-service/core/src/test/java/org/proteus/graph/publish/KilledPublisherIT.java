package org.proteus.graph.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.ProgramRegistry;

/** {@code kill -9} in the middle of writing loses nothing that was acknowledged. */
class KilledPublisherIT {

    private static final int KILLS = 5;

    @TempDir private Path folder;

    @Test
    void whatWasAcknowledgedSurvives() throws Exception {
        int next = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            Map<String, Integer> acknowledged = new TreeMap<>();
            Path said = folder.resolve("said-" + kill);
            Process process = start(next, said);
            int lines = 15 + 11 * kill;
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !process.isAlive() || whole(said).size() >= lines);
            process.destroyForcibly().waitFor();
            assertThat(whole(said)).hasSizeGreaterThanOrEqualTo(lines);
            whole(said).forEach(line -> note(line, acknowledged));
            next = acknowledged.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
            assertAllThere(acknowledged);
            next += 1000;
        }
    }

    private void assertAllThere(Map<String, Integer> acknowledged) {
        try (FolderStore store =
                FolderStore.open(folder.resolve("store"), InstantSource.system())) {
            ProgramRegistry registry = new ProgramRegistry(List.of());
            Publishing publishing = Publishing.open(store, registry);
            assertThat(publishing.problems()).isEmpty();
            acknowledged.forEach((id, version) -> {
                assertThat(publishing.versions(id))
                        .extracting(ProgramVersion::version)
                        .contains("v" + version);
                TransformationProgram current = registry.program(id).orElseThrow();
                assertThat(number(current.version())).isGreaterThanOrEqualTo(version);
                for (ProgramVersion one : publishing.versions(id)) {
                    assertThat(store.document(id, one.version())).isPresent();
                }
            });
        }
    }

    private Process start(int from, Path said) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPublisher.class.getName(),
                        folder.resolve("store").toString(),
                        Integer.toString(from))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Returns the lines that were written to their end. */
    private static List<String> whole(Path said) throws IOException {
        String text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static void note(String line, Map<String, Integer> acknowledged) {
        String[] words = line.split(" ", -1);
        acknowledged.put(words[0], number(words[1]));
    }

    private static int number(String version) {
        return Integer.parseInt(version.substring(1));
    }
}
