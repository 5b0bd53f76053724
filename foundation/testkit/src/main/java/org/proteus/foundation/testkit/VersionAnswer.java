package org.proteus.foundation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a program says when asked for its version. */
final class VersionAnswer {

    /** LibreOffice takes some seconds on its first start; nothing honest takes longer. */
    private static final long LONGEST_SECONDS = 30;

    private VersionAnswer() {}

    /** Returns standard output and error, mixed; empty if the program cannot be run. */
    static String of(Path program, List<String> arguments) {
        try {
            Path answer = Files.createTempFile("proteus-version", ".txt");
            try {
                run(command(program, arguments), answer);
                return Files.readString(answer, StandardCharsets.ISO_8859_1);
            } finally {
                Files.delete(answer);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot keep the answer of " + program, broken);
        }
    }

    private static List<String> command(Path program, List<String> arguments) {
        return Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
    }

    private static void run(List<String> command, Path answer) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectOutput(answer.toFile())
                            .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException cannotRun) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
