package org.proteus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.proteus.graph.TestProgram.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;

class ProgramFolderTest {

    private static final Duration OFTEN = Duration.ofMillis(20);

    private final ProgramRegistry registry =
            new ProgramRegistry(List.of(image("shipped", "image/tiff")));

    @TempDir private Path folder;

    @Test
    void documentsComeChangeBreakAndGoWhileItRuns() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        registry.onChange(changes::incrementAndGet);
        write("a.xml", image("a", "image/bmp"));
        try (ProgramFolder programs = new ProgramFolder(folder, registry, OFTEN)) {
            assertThat(ids()).containsExactly("shipped", "a");
            assertThat(programs.problems()).isEmpty();

            write("b.xml", image("b", "image/gif"));
            await().untilAsserted(() -> assertThat(ids()).containsExactly("shipped", "a", "b"));

            write("a.xml", image("a", "image/webp"));
            await().untilAsserted(() -> assertThat(source("a")).isEqualTo("image/webp"));

            move("a.xml", "<broken");
            await().untilAsserted(() -> assertThat(programs.problems()).hasSize(1));
            assertThat(programs.problems().getFirst().message()).contains("a.xml', line 1");
            assertThat(source("a")).isEqualTo("image/webp");

            Files.delete(folder.resolve("a.xml"));
            await().untilAsserted(() -> assertThat(ids()).containsExactly("shipped", "b"));
            assertThat(programs.problems()).isEmpty();
            assertThat(changes.get()).isEqualTo(4);
        }
    }

    @Test
    void anIdThatIsTakenIsRefusedAndTheRestIsTaken() throws Exception {
        write("a.xml", image("same", "image/bmp"));
        write("b.xml", image("same", "image/gif"));
        write("c.xml", image("shipped", "image/gif"));
        write("d.xml", image("d", "image/gif"));
        Files.writeString(folder.resolve("notes.txt"), "not a document");
        Files.createDirectory(folder.resolve("folder.xml"));
        try (ProgramFolder programs = new ProgramFolder(folder, registry, OFTEN)) {
            assertThat(ids()).containsExactly("shipped", "same", "d");
            assertThat(source("same")).isEqualTo("image/bmp");
            assertThat(programs.problems())
                    .extracting(Problem::message)
                    .containsExactly(
                            "the program id 'same' is taken", "the program id 'shipped' is taken");
        }
    }

    @Test
    void aFolderThatIsNotThereYetIsEmpty() throws Exception {
        Path later = folder.resolve("later");
        try (ProgramFolder programs = new ProgramFolder(later, registry, OFTEN)) {
            assertThat(programs.problems()).isEmpty();
            Files.createDirectory(later);
            Files.writeString(
                    later.resolve("a.xml"), ProgramDocuments.print(image("a", "image/bmp")));
            await().untilAsserted(() -> assertThat(ids()).containsExactly("shipped", "a"));
        }
    }

    @Test
    void compositesThatContainThemselvesAreRefused() {
        TransformationProgram self =
                program("self").composite("x", "image/png", "image/gif", "self/x").build();
        TransformationProgram one =
                program("one").composite("x", "image/png", "image/gif", "two/y").build();
        TransformationProgram two =
                program("two").composite("y", "image/png", "image/gif", "one/x").build();
        List<Problem> problems = registry.replaceSite(List.of(self, one, two));
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "composite unit 'self/x' contains itself",
                        "composite unit 'one/x' contains itself");
        assertThat(ids()).containsExactly("shipped", "one");
    }

    @Test
    void shippedProgramsMustNotClash() {
        List<TransformationProgram> twice =
                List.of(image("a", "image/png"), image("a", "image/gif"));
        assertThatThrownBy(() -> new ProgramRegistry(twice))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_PROGRAM));
    }

    private static TransformationProgram image(String id, String source) {
        return program(id).lossy("u", source, "image/jpeg").build();
    }

    private List<String> ids() {
        return registry.programs().stream().map(TransformationProgram::id).toList();
    }

    private String source(String id) {
        return registry.program(id)
                .orElseThrow()
                .units()
                .getFirst()
                .sources()
                .getFirst()
                .mediaType()
                .mediaType();
    }

    private void write(String name, TransformationProgram program) throws IOException {
        move(name, ProgramDocuments.print(program));
    }

    /** Puts a file in place at once, as an editor does. */
    private void move(String name, String text) throws IOException {
        Path temporary = Files.writeString(folder.resolve(name + ".new"), text);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
