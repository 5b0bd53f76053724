package org.proteus.programs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks an executable for its version; one that hangs, fails or talks without end says nothing. */
final class VersionQuestion {

    /** LibreOffice, the slowest of all, needs about a second from a cold disk. */
    private static final long PATIENCE_SECONDS = 20;

    private static final int LONGEST_ANSWER = 64 * 1024;

    private VersionQuestion() {}

    static String ask(Path executable, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        try {
            return ask(new ProcessBuilder(command));
        } catch (IOException e) {
            return "";
        }
    }

    private static String ask(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        var _ =
                process.onExit()
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .whenComplete((_, late) -> endIf(late != null, process));
        process.getOutputStream().close();
        try (InputStream answer = process.getInputStream()) {
            return new String(answer.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Ending a process that has ended by itself would throw away what it said. */
    private static void endIf(boolean late, Process process) {
        if (late) {
            process.destroyForcibly();
        }
    }
}
