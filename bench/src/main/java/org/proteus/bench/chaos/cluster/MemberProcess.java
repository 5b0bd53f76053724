package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running process of a member. Thread-safe. */
final class MemberProcess {

    private static final long END_SECONDS = 90;

    private final Process process;
    private final boolean whole;

    private MemberProcess(Process process, boolean whole) {
        this.process = process;
        this.whole = whole;
    }

    /**
     * Starts it.
     *
     * @param prefix what stands before its command, such as the namespace that it runs in
     * @param log file that gets all it says, behind what is there
     */
    static MemberProcess start(List<String> prefix, Launch launch, Path log) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(launch.command());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        return new MemberProcess(process, launch.whole());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it, as {@code kill -9} does, and waits until it is gone. */
    void kill() {
        List<ProcessHandle> others = others();
        process.destroyForcibly();
        others.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        others.forEach(other -> other.onExit().join());
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
        // One of these may have ended in the meantime.
        others().forEach(other -> Shell.tryRun("kill", "-" + name, Long.toString(other.pid())));
    }

    private List<ProcessHandle> others() {
        return whole ? process.descendants().toList() : List.of();
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

    /** Returns the processes that it has started, and what these have started. */
    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    /** Returns the processes that it has started itself. */
    Stream<ProcessHandle> children() {
        return process.children();
    }
}
