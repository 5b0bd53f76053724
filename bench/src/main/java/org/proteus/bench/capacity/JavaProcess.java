package org.proteus.bench.capacity;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of this class path in a process of its own, with the options of the launcher. */
final class JavaProcess implements AutoCloseable {

    private static final long LONGEST_STOP_SECONDS = 60;
    private static final long KIBIBYTE = 1024;

    private final Process process;
    private final Path errors;
    private final BufferedReader out;
    private final BufferedWriter in;

    private JavaProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts a main class; what it says on standard error goes to a file. */
    static JavaProcess start(
            Class<?> main, Path errors, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start(), errors);
    }

    /** Tells it something. */
    void say(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
    }

    /** Waits for a line that matches; returns its first group. */
    String await(Pattern wanted) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher match = wanted.matcher(line);
            if (match.find()) {
                return match.group(1);
            }
        }
        throw new IOException(
                "the process ended without saying " + wanted + ": " + Files.readString(errors));
    }

    /** Returns the most resident memory that it ever had, in bytes. */
    long peakBytes() throws IOException {
        return status("VmHWM");
    }

    /** Returns its resident memory, in bytes. */
    long residentBytes() throws IOException {
        return status("VmRSS");
    }

    private long status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * KIBIBYTE)
                .findFirst()
                .orElseThrow();
    }

    /** Asks it to end, and waits. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
