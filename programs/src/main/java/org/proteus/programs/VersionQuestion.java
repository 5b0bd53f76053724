package org.proteus.programs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.proteus.programs.process.Launcher;
import org.proteus.programs.process.ProcessLimits;
import org.proteus.programs.process.ProcessRequest;
import org.proteus.programs.process.ProcessRunner;

/** Asks an executable for its version; one that hangs, fails or talks without end says nothing. */
final class VersionQuestion {

    /** LibreOffice, the slowest of all, needs some seconds from a cold disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int LONGEST_ANSWER = 100;

    private VersionQuestion() {}

    /** Returns the first lines of the answer, whatever the exit code: some tools have none. */
    static String ask(Path executable, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        List<String> answer = new ArrayList<>();
        try (Launcher launcher = new Launcher();
                ScratchFolder scratch = temporary()) {
            ProcessRequest request =
                    new ProcessRequest(command, Map.of(), scratch.path(), List.of(), limits());
            new ProcessRunner(launcher).run(request, line -> keep(line, answer));
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
        synchronized (answer) {
            return String.join("\n", answer);
        }
    }

    private static boolean keep(String line, List<String> answer) {
        synchronized (answer) {
            return answer.size() < LONGEST_ANSWER && answer.add(line);
        }
    }

    private static ScratchFolder temporary() throws IOException {
        return ScratchFolder.create(Path.of(System.getProperty("java.io.tmpdir")), "proteus-ask-");
    }

    private static ProcessLimits limits() {
        return new ProcessLimits(PATIENCE, Duration.ZERO, 0, 0, 0);
    }
}
