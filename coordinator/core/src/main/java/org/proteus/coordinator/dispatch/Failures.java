package org.proteus.coordinator.dispatch;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ErrorOwner;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.model.protocol.TaskRecord;

/** What kind of failure it was. */
final class Failures {

    /** What no further try can change: the element is refused. */
    private static final Set<ErrorCode> PERMANENT =
            EnumSet.of(
                    ErrorCode.BAD_REQUEST,
                    ErrorCode.UNKNOWN_TYPE,
                    ErrorCode.NO_PATH,
                    ErrorCode.UNKNOWN_OPTION,
                    ErrorCode.UNAUTHORIZED,
                    ErrorCode.TOO_LARGE,
                    ErrorCode.UNKNOWN_SCHEME,
                    ErrorCode.BROKEN_OBJECT,
                    ErrorCode.ENCRYPTED_OBJECT,
                    ErrorCode.NO_TEXT,
                    ErrorCode.LIMIT_EXCEEDED);

    private Failures() {}

    static boolean permanent(Problem problem) {
        return PERMANENT.contains(problem.code());
    }

    static boolean environment(Problem problem) {
        return problem.code().owner() == ErrorOwner.ENVIRONMENT;
    }

    /** Returns the steps that failed under a lease. */
    static List<StepFailure> steps(TaskRecord record) {
        return record.steps().stream()
                .filter(step -> !step.succeeded())
                .map(step -> new StepFailure(step.unit(), words(step)))
                .toList();
    }

    private static Problem words(StepRecord step) {
        String said = step.lastWords().isEmpty() ? "nothing" : step.lastWords();
        return Problem.of(
                ErrorCode.PROGRAM_FAILED, "exit code " + step.exitCode() + ", it said: " + said);
    }

    /**
     * Returns the failure that tells most when every way has failed: the first that found fault
     * with the object itself, which came from the best way; else the last.
     */
    static Problem telling(List<StepFailure> all) {
        return all.stream()
                .map(StepFailure::problem)
                .filter(Failures::permanent)
                .findFirst()
                .orElseGet(() -> all.getLast().problem());
    }

    /** Whether the same step failed with the same error more than once. */
    static boolean repeated(List<StepFailure> all) {
        return all.stream().map(Failures::kind).distinct().count() < all.size();
    }

    /** Numbers differ from run to run (process ids, temporary names), the error does not. */
    private static String kind(StepFailure failure) {
        return failure.unit() + " " + failure.problem().message().replaceAll("[0-9]+", "#");
    }

    static List<StepFailure> joined(List<StepFailure> before, List<StepFailure> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }
}
