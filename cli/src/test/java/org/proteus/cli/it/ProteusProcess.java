package org.proteus.cli.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One running command; killed at the latest when it is closed. */
final class ProteusProcess implements AutoCloseable {

    private static final long LONGEST_MINUTES = 5;

    private final Process process;
    private final Path out;
    private final Path err;

    ProteusProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Waits for its end. */
    Outcome await() {
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("it does not end; so far it said: " + out() + err());
            }
            return new Outcome(process.exitValue(), out(), err());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends a signal such as {@code INT}. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the worker processes that it has started and that are alive. */
    List<ProcessHandle> workers() {
        return process.children().filter(child -> hasArgument(child, "--supervised")).toList();
    }

    /** Whether a program runs below it that was given this argument. */
    boolean runs(String argument) {
        return process.descendants().anyMatch(child -> hasArgument(child, argument));
    }

    /** Looks at the whole command line; {@link ProcessHandle.Info} knows its beginning only. */
    static boolean hasArgument(ProcessHandle process, String argument) {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return ProteusHome.contains(commandLine, "\0" + argument + "\0");
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        await();
    }
}
