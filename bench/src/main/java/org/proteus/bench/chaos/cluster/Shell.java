package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs small commands of the system to their end. */
public final class Shell {

    private Shell() {}

    /**
     * Runs a command.
     *
     * @throws IOException with what it said, if it did not succeed
     */
    public static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        byte[] said = process.getInputStream().readAllBytes();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        String.join(" ", command)
                                + " failed: "
                                + new String(said, StandardCharsets.UTF_8).strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during " + List.of(command), stopped);
        }
    }

    /** Runs a command; whether it succeeded does not matter. */
    public static void tryRun(String... command) {
        try {
            run(command);
        } catch (IOException asExpected) {
            // It undoes something that may not be there.
            return;
        }
    }
}
