package org.proteus.programs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.ProgramOffer.State;
import org.proteus.programs.Availability;
import org.proteus.programs.Command;
import org.proteus.programs.CommandProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.Program;
import org.proteus.programs.fixture.Letters;
import org.proteus.programs.fixture.Script;

class InstalledProgramsTest {

    @TempDir Path site;

    @Test
    void refusesTwoProgramsOfOneId() {
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() ->
                        new InstalledPrograms(
                                List.of(new Script(), new Script()), Optional.empty()))
                .withMessageContaining("script")
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_PROGRAM));
    }

    @Test
    void offersTheSitesDocumentsAsTheyAreNow() throws Exception {
        InstalledPrograms programs =
                new InstalledPrograms(List.of(new Script(), new Letters()), Optional.of(site));
        try (LocalStepRunner runner =
                new LocalStepRunner(programs, LocalStepRunner.Settings.of(site, 1))) {
            assertThat(runner.offers(List.of()))
                    .extracting(ProgramOffer::program)
                    .containsExactly("script", "letters");

            document("own.xml", "own", Script.class.getName());
            document("other.xml", "other", "org.example.Missing");
            document("taken.xml", "letters", Script.class.getName());
            Files.writeString(site.resolve("broken.xml"), "<broken");

            assertThat(runner.offers(List.of()))
                    .extracting(ProgramOffer::program)
                    .containsExactly("script", "letters", "other", "own");
            assertThat(runner.offers(List.of()).get(2))
                    .satisfies(offer -> assertThat(offer.state()).isEqualTo(State.MISSING))
                    .satisfies(offer -> assertThat(offer.reason()).contains("org.example.Missing"));
            assertThat(runner.offers(List.of()).get(3).state()).isEqualTo(State.RUNNABLE);
        }
        assertThat(programs.shipped())
                .extracting(TransformationProgram::id)
                .containsExactly("script", "letters");
    }

    /** They are not checked at each start. */
    @Test
    void shipsValidDocumentsOnly() {
        for (Program program : ServiceLoader.load(Program.class)) {
            for (URL document : program.documents()) {
                assertThat(ProgramDocuments.readValid(document))
                        .isEqualTo(ProgramDocuments.read(document));
            }
        }
    }

    @Test
    void checksTheDocumentsOfOtherSoftware() throws Exception {
        document("loose.xml", "loose\" odd=\"1", Script.class.getName());
        Program loose = new Loose(List.of(site.resolve("loose.xml").toUri().toURL()));

        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> new InstalledPrograms(List.of(loose), Optional.empty()))
                .withMessageContaining("odd");
    }

    private record Loose(List<URL> documents) implements CommandProgram {

        @Override
        public Availability availability() {
            return Availability.runnable("");
        }

        @Override
        public Command command(Invocation invocation) {
            throw new AssertionError("it is not accepted");
        }
    }

    private void document(String file, String id, String entryClass) throws Exception {
        try (InputStream in = Script.class.getResourceAsStream("Script.xml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    site.resolve(file),
                    text.replace("id=\"script\"", "id=\"" + id + "\"")
                            .replace(Script.class.getName(), entryClass));
        }
    }
}
