package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.testkit.NeedsTool;

/** Names do no harm, and each object gets a result of its own. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@Execution(ExecutionMode.CONCURRENT)
final class TransformNamesIT {

    private static final List<String> ODD =
            List.of(
                    "two words.ppm",
                    "line\nbreak.ppm",
                    "\u00fcber \u65e5\u672c \u0438\u043c\u044f.ppm",
                    "-dash.ppm",
                    "100%.ppm",
                    "a%2e%2eb.ppm",
                    "number#1.ppm",
                    "what?.ppm",
                    "quote'\"`$(id).ppm",
                    "no extension",
                    "@list.ppm",
                    "png:scheme.ppm",
                    "n".repeat(251) + ".ppm");

    @TempDir private Path folder;

    private ProteusHome home;

    @BeforeEach
    void open() throws IOException {
        home = new ProteusHome(folder);
    }

    @Test
    void oddNamesArriveInTheSinkAndNowhereElse() throws IOException {
        Path source = home.folder("in");
        for (String name : ODD) {
            Samples.picture(source.resolve(name), 8, name.hashCode());
        }
        Set<String> around = around();

        Outcome outcome =
                home.run("transform", "--from", "in", "--to", "png", "--into", "o u#t", "--json");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(Samples.names(home.path("o u#t"))).hasSize(ODD.size());
        assertThat(Samples.names(home.path("o u#t")))
                .contains("two words.png", "-dash.png", "100%.png", "number#1.png", "what?.png")
                .allMatch(name -> name.endsWith(".png"));
        around.addAll(List.of("o u#t", "state"));
        assertThat(around()).isSubsetOf(around);
    }

    @Test
    void twoObjectsOfOneNameGetTwoResults() throws IOException {
        Path source = home.folder("in");
        Samples.picture(source.resolve("scan.ppm"), 8, 1);
        Samples.picture(source.resolve("scan.pnm"), 9, 2);
        Samples.picture(source.resolve("scan"), 10, 3);
        Samples.picture(home.folder("in/below").resolve("scan.ppm"), 11, 4);

        Outcome outcome = home.run("transform", "--from", "in", "--to", "png", "--into", "out");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        Path sink = home.path("out");
        assertThat(sink.resolve("below/scan.png")).isRegularFile();
        Set<String> sums =
                Samples.names(sink).stream()
                        .map(sink::resolve)
                        .filter(Files::isRegularFile)
                        .map(Samples::sha256)
                        .collect(Collectors.toSet());
        assertThat(sums).hasSize(4);
    }

    /** What stands beside source and sink, but for what the processes said. */
    private Set<String> around() {
        return Arrays.stream(folder.toFile().list())
                .filter(name -> !name.matches("(out|err)-\\d+\\.txt"))
                .collect(Collectors.toSet());
    }
}
