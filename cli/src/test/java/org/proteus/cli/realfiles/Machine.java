package org.proteus.cli.realfiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the table says of the machine it was made on. */
public final class Machine {

    private Machine() {}

    /** Returns the commit that was built, in short. */
    public static String commit() throws IOException {
        return firstLine("git", "rev-parse", "--short", "HEAD");
    }

    /** Returns distribution, Java and the tools whose words and abilities differ by version. */
    public static String description() throws IOException {
        return Stream.of(
                        distribution(),
                        "Java " + Runtime.version().feature(),
                        firstLine("convert", "-version")
                                .replaceFirst("^Version: (\\S+ \\S+).*", "$1"),
                        firstLine("ffmpeg", "-version")
                                .replaceFirst("^(ffmpeg) version (\\S+).*", "$1 $2"),
                        firstLine("soffice", "--version").replaceFirst("^(\\S+ \\S+).*", "$1"))
                .collect(Collectors.joining(", "));
    }

    private static String distribution() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/etc/os-release"))) {
            return lines.filter(line -> line.startsWith("PRETTY_NAME="))
                    .map(line -> line.replaceAll("^PRETTY_NAME=|\"", ""))
                    .findFirst()
                    .orElse("unknown distribution");
        }
    }

    private static String firstLine(String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines().findFirst().orElse("unknown");
    }
}
