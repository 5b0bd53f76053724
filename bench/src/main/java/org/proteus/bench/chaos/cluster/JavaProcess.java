package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.proteus.cli.Main;

/** A running command of this software, as a process of its own. Thread-safe. */
final class JavaProcess {

    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx384m",
                    "-Djava.awt.headless=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private static final long END_SECONDS = 90;

    private final Process process;

    private JavaProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a command.
     *
     * @param prefix what stands before it, such as the namespace that it runs in
     * @param log file that gets all it says, behind what is there
     */
    static JavaProcess start(
            List<String> prefix, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new JavaProcess(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it, as {@code kill -9} does, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Takes the processor from it. */
    void freeze() throws IOException {
        signal("STOP");
    }

    /** Lets it go on. */
    void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        Shell.run("kill", "-" + name, Long.toString(process.pid()));
    }

    /**
     * Asks it to end and waits for that.
     *
     * @return its exit code; 137 when it had to be killed
     */
    int end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
        return process.waitFor();
    }

    /** Returns the processes that it has started. */
    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }
}
