package org.proteus.bench.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.bench.chaos.check.Violation.Kind;

class SurveyTest {

    @TempDir Path folder;

    @Test
    void aSinkIsReadWithAllThatIsInIt() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/a.txt"), "one");
        Files.writeString(folder.resolve(".proteus-x"), "");

        assertThat(Survey.sink(folder))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "sub/a.txt", Checksums.of("one"),
                                ".proteus-x", Checksums.of("")));
        assertThat(Survey.sink(folder.resolve("none"))).isEmpty();
    }

    @Test
    void whatBelongsToNoJobIsFound() throws IOException {
        Path sink = Files.createDirectories(folder.resolve("job-1"));
        Submitted job = new Submitted("id", sink, Map.of());
        assertThat(Survey.beside(folder, List.of(job))).isEmpty();

        Files.createDirectories(folder.resolve("job-2"));
        assertThat(Survey.beside(folder, List.of(job)))
                .extracting(Violation::kind)
                .containsExactly(Kind.STRAY);
    }

    @Test
    void whatIsLeftInAWorkFolderIsFound() throws IOException {
        Files.createFile(folder.resolve("worker.lock"));
        assertThat(Survey.leftovers(List.of(folder))).isEmpty();

        Files.createDirectories(folder.resolve("tasks/t1"));
        Files.createFile(folder.resolve("tasks/t1/object"));
        assertThat(Survey.leftovers(List.of(folder)))
                .singleElement()
                .matches(left -> left.what().contains("tasks/t1/object"));
    }

    @Test
    void aProcessThatIsLeftIsFound() throws Exception {
        assertThat(Survey.orphans(List.of(folder))).isEmpty();
        Process left =
                new ProcessBuilder("sh", "-c", "read wait", "sh", folder + "/tasks/t1").start();
        try {
            assertThat(Survey.orphans(List.of(folder))).hasSize(1);
        } finally {
            left.destroyForcibly().waitFor();
        }
    }
}
