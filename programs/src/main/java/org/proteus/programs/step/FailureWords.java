package org.proteus.programs.step;

import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.UnitId;

/** Says why a step failed: which program, what happened, and what the tool itself said last. */
final class FailureWords {

    private static final String NO_SPACE = "No space left on device";

    /** A problem is read in one glance; the report holds all that was kept. */
    private static final int LONGEST_QUOTE = 300;

    private FailureWords() {}

    static Problem of(Problem problem, UnitId unit, String lastWords) {
        if (lastWords.contains(NO_SPACE) || problem.message().contains(NO_SPACE)) {
            return new Problem(
                    ErrorCode.DISK_FULL,
                    unit.program() + " found no room on the worker's disk",
                    "free some, or give the worker another work folder");
        }
        String message = unit.program() + ": " + problem.message();
        String quote = isOfTool(problem.code()) ? quote(lastWords) : "";
        return new Problem(problem.code(), message + quote, problem.action());
    }

    private static boolean isOfTool(ErrorCode code) {
        return code == ErrorCode.PROGRAM_FAILED || code == ErrorCode.BAD_OUTPUT;
    }

    private static String quote(String lastWords) {
        String line = lastWords.strip();
        if (line.isEmpty()) {
            return "";
        }
        String end = line.substring(Math.max(0, line.length() - LONGEST_QUOTE));
        return "; its last words: " + end.replace('\n', ' ');
    }
}
