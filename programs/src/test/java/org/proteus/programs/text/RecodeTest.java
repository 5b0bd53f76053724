package org.proteus.programs.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;

class RecodeTest extends ProgramContract {

    private static final String GREEK =
            "Πρωτεύς, ο γέρων της θαλάσσης, αλλάζει μορφή.\n".repeat(20);

    @Override
    protected Program program() {
        return new Recode();
    }

    /** Any bytes are a text in some character set. */
    @Override
    protected boolean takesAnything() {
        return true;
    }

    @Override
    protected List<ProgramSample> samples() throws IOException {
        return List.of(
                sample("utf8", StandardCharsets.UTF_8, "; charset=UTF-8", "windows-1253"),
                sample("found", StandardCharsets.UTF_8, "", "ISO-8859-7"),
                sample("back", Charset.forName("ISO-8859-7"), "; charset=iso-8859-7", "UTF-16"));
    }

    @Override
    protected List<ProgramSample> refused() throws IOException {
        return List.of(
                sample("unknown", StandardCharsets.UTF_8, "", "no-such-set"),
                sample("hostile", StandardCharsets.UTF_8, "", "../../etc/passwd"));
    }

    private ProgramSample sample(String name, Charset charset, String stated, String wanted)
            throws IOException {
        Path file = folder.resolve(name + ".txt");
        Files.write(file, GREEK.getBytes(charset));
        return ProgramSample.of(
                "text-to-charset",
                file,
                "text/plain" + stated,
                "text/plain; charset=\"" + wanted + "\"");
    }

    @Override
    protected void check(ProgramSample sample, Path output) throws Exception {
        Charset charset = Charset.forName(sample.target().parameters().get("charset"));
        assertThat(new String(Files.readAllBytes(output), charset)).isEqualTo(GREEK);
    }

    @Test
    void losesNoCharacterSilently() throws Exception {
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            ProgramSample latin =
                    sample("latin", StandardCharsets.UTF_8, "; charset=UTF-8", "ISO-8859-1");
            Problem problem = bench.run(latin).result().problem().orElseThrow();
            assertThat(problem.code()).isEqualTo(ErrorCode.BROKEN_OBJECT);
            assertThat(problem.message()).contains("ISO-8859-1 has no place for");
        }
    }
}
