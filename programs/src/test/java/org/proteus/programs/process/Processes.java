package org.proteus.programs.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Requests for shell one-liners as the program under test, and a look for what they left. */
final class Processes {

    static final Duration LONG = Duration.ofMinutes(2);

    private Processes() {}

    static ProcessRequest shell(Path scratch, String script, ProcessLimits limits) {
        return new ProcessRequest(
                List.of("/bin/sh", "-c", script), Map.of(), scratch, List.of(), limits);
    }

    static ProcessRequest shell(Path scratch, String script) {
        return shell(scratch, script, new ProcessLimits(LONG, Duration.ZERO, 0, 0, 0));
    }

    /** Returns living processes whose command line holds the word. */
    static long[] alive(String word) {
        return LongStream.of(ProcFiles.processes())
                .filter(process -> ProcFiles.session(process).isPresent())
                .filter(process -> commandLine(process).contains(word))
                .toArray();
    }

    private static String commandLine(long process) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc/" + process + "/cmdline")),
                    StandardCharsets.ISO_8859_1);
        } catch (java.io.IOException e) {
            return "";
        }
    }
}
