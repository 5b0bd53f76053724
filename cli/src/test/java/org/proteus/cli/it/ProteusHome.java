package org.proteus.cli.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.cli.Main;

/** A user's machine in a folder: where the command keeps its state and where it is started. */
final class ProteusHome {

    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.awt.headless=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final Path folder;
    private int started;

    ProteusHome(Path folder) throws IOException {
        this.folder = folder.toRealPath();
    }

    /** Returns a path below this folder. */
    Path path(String name) {
        return folder.resolve(name);
    }

    /** Returns a folder below this one, made if it is not there. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(path(name));
    }

    /** Runs a command to its end. */
    Outcome run(String... arguments) {
        try (ProteusProcess process = start(arguments)) {
            return process.await();
        }
    }

    ProteusProcess start(String... arguments) {
        return start(Map.of(), arguments);
    }

    ProteusProcess start(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("XDG_STATE_HOME", path("state").toString());
        builder.environment().put("XDG_DATA_HOME", path("data").toString());
        builder.environment().put("XDG_CONFIG_HOME", path("config").toString());
        builder.environment().putAll(environment);
        try {
            int number = ++started;
            File out = Files.createFile(path("out-" + number + ".txt")).toFile();
            File err = Files.createFile(path("err-" + number + ".txt")).toFile();
            Process process = builder.redirectOutput(out).redirectError(err).start();
            return new ProteusProcess(process, out.toPath(), err.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the processes that work in this folder: commands by their environment, converters by
     * theirs, which names their scratch folder.
     */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(this::worksHere)
                .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
                .toList();
    }

    /** Returns the environments of the processes here that were started with this argument. */
    String environment(String argument) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(this::worksHere)
                .filter(process -> contains(file(process, "cmdline"), argument))
                .map(process -> text(file(process, "environ")))
                .collect(Collectors.joining());
    }

    private boolean worksHere(ProcessHandle process) {
        return Stream.of("environ", "cmdline")
                .map(name -> file(process, name))
                .anyMatch(file -> contains(file, folder.toString()));
    }

    private static Path file(ProcessHandle process, String name) {
        return Path.of("/proc", Long.toString(process.pid()), name);
    }

    /** Whether a file holds a text; one that is gone or unreadable does not. */
    static boolean contains(Path file, String text) {
        return text(file).contains(text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
