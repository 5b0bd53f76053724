package org.proteus.programs.process;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a process ended. Nothing of its tree is alive any more.
 *
 * @param exitCode exit code; 128 + signal if a signal ended it
 * @param lastWords the end of what it said on both outputs; empty when it said nothing
 * @param hit the limit for which it was killed, if it was
 * @param duration wall time of the run
 * @param peakMemoryBytes most memory seen, in bytes; 0 for runs too short to be looked at
 */
public record ProcessOutcome(
        int exitCode,
        String lastWords,
        Optional<LimitHit> hit,
        Duration duration,
        long peakMemoryBytes) {

    private static final int SIGNAL_BASE = 128;
    private static final Map<Integer, String> SIGNALS =
            Map.of(
                    4, "ILL", 6, "ABRT", 7, "BUS", 8, "FPE", 9, "KILL", 11, "SEGV", 13, "PIPE", 15,
                    "TERM", 24, "XCPU", 25, "XFSZ");

    /** Returns the signal that ended it, for example {@code SIGSEGV}; absent after an exit. */
    public Optional<String> signal() {
        return signal(exitCode);
    }

    static Optional<String> signal(int exitCode) {
        return Optional.ofNullable(SIGNALS.get(exitCode - SIGNAL_BASE)).map(name -> "SIG" + name);
    }

    /** Whether it ended by itself with exit code 0. */
    public boolean succeeded() {
        return exitCode == 0 && hit.isEmpty();
    }
}
