package org.proteus.programs.step;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.Problem;

/**
 * How a program ended, before its output was looked at.
 *
 * @param arguments what was run, program first
 * @param exitCode exit code; -1 when there is none
 * @param lastWords the end of what it said
 * @param problem why it failed; absent when the program says that all went well
 * @param peakMemory most memory seen, in bytes; 0 when nobody looked
 */
record StepEnd(
        List<String> arguments,
        int exitCode,
        String lastWords,
        Optional<Problem> problem,
        long peakMemory) {

    static final int NO_EXIT_CODE = -1;

    static StepEnd notStarted(Problem problem) {
        return notStarted(List.of(), problem);
    }

    static StepEnd notStarted(List<String> arguments, Problem problem) {
        return new StepEnd(arguments, NO_EXIT_CODE, "", Optional.of(problem), 0);
    }

    StepEnd failed(Problem because) {
        return new StepEnd(arguments, exitCode, lastWords, Optional.of(because), peakMemory);
    }
}
