package org.proteus.programs.host;

import java.util.Optional;
import org.proteus.foundation.model.Problem;

/**
 * How a run in a host ended.
 *
 * @param problem why it failed; absent when it succeeded
 * @param lastWords what the program said on the way
 * @param exitCode exit code of the host if it ended; absent when it answered
 */
public record HostOutcome(
        Optional<Problem> problem, String lastWords, Optional<Integer> exitCode) {}
