package org.proteus.programs.host;

import java.util.Optional;
import org.proteus.foundation.model.Problem;

/**
 * How a run in a host ended.
 *
 * @param problem why it failed; absent when it succeeded
 * @param lastWords what the program said on the way
 * @param exitCode exit code of the host if it ended; absent when it answered
 * @param peakMemory most memory of the host seen during the run, in bytes; 0 for runs too short to
 *     be looked at
 */
public record HostOutcome(
        Optional<Problem> problem, String lastWords, Optional<Integer> exitCode, long peakMemory) {

    HostOutcome(Optional<Problem> problem, String lastWords, Optional<Integer> exitCode) {
        this(problem, lastWords, exitCode, 0);
    }

    HostOutcome withPeakMemory(long bytes) {
        return new HostOutcome(problem, lastWords, exitCode, bytes);
    }
}
