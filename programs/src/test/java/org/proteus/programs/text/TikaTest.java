package org.proteus.programs.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.trial.Objects;

class TikaTest extends ProgramContract {

    @Override
    protected Program program() {
        return new Tika();
    }

    @Override
    protected boolean triesEveryUnit() {
        return false;
    }

    /** A damaged text is still a text. */
    @Override
    protected boolean takesAnything() {
        return true;
    }

    @Override
    protected List<ProgramSample> samples() throws IOException {
        return List.of(
                sample("doc-to-text", "testWORD.doc", "application/msword"),
                sample("any-to-text", "test-documents.zip", "application/zip"),
                ProgramSample.of(
                        "epub-to-html",
                        file("testEPUB.epub"),
                        "application/epub+zip",
                        "text/html"));
    }

    @Override
    protected void check(ProgramSample sample, Path output) throws Exception {
        if (sample.unit().equals("epub-to-html")) {
            assertThat(output).content().contains("<body", "<p").doesNotContain("<script");
        } else {
            assertThat(output).content().contains("Tika");
        }
    }

    @Test
    void refusesWhatHasNoTextOrIsLocked() throws Exception {
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            assertThat(code(bench, "testJPEG.jpg", "image/jpeg")).isEqualTo(ErrorCode.NO_TEXT);
            assertThat(code(bench, "testEXCEL_protected_passtika.xls", "application/vnd.ms-excel"))
                    .isEqualTo(ErrorCode.ENCRYPTED_OBJECT);
            assertThat(
                            code(
                                    bench,
                                    "testWORD_protected_passtika.docx",
                                    "application/x-tika-ooxml-protected"))
                    .isEqualTo(ErrorCode.ENCRYPTED_OBJECT);
        }
    }

    private ErrorCode code(ProgramBench bench, String file, String type) throws Exception {
        return bench.run(sample("any-to-text", file, type)).result().problem().orElseThrow().code();
    }

    private ProgramSample sample(String unit, String file, String type) throws IOException {
        return ProgramSample.of(unit, file(file), type, "text/plain");
    }

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve("object-" + name.hashCode()), Objects.sample(name));
    }
}
