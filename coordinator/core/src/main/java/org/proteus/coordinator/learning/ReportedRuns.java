package org.proteus.coordinator.learning;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.graph.UnitRun;

/** The runs that a report tells of, as far as they say something of the units. */
final class ReportedRuns {

    /** No task has more steps, failed ones included; a report that has is no report. */
    private static final int MOST_STEPS = 100;

    private static final long LONGEST_MILLIS = Duration.ofDays(7).toMillis();

    /** Failures for which the unit is to blame, not the object, the machine or the caller. */
    private static final Set<ErrorCode> BLAMED =
            EnumSet.of(ErrorCode.PROGRAM_FAILED, ErrorCode.BAD_OUTPUT, ErrorCode.LIMIT_EXCEEDED);

    private ReportedRuns() {}

    static List<UnitRun> of(TaskRecord record) {
        return record.steps().size() > MOST_STEPS
                ? List.of()
                : record.steps().stream()
                        .filter(step -> isSane(step) && tells(step))
                        .map(ReportedRuns::run)
                        .toList();
    }

    private static boolean isSane(StepRecord step) {
        return step.inputSize() >= 0
                && step.durationMillis() >= 0
                && step.durationMillis() <= LONGEST_MILLIS;
    }

    /** A step without arguments was refused before its program started. */
    private static boolean tells(StepRecord step) {
        return step.succeeded()
                || (step.problem().map(Problem::code).filter(BLAMED::contains).isPresent()
                        && !step.arguments().isEmpty());
    }

    private static UnitRun run(StepRecord step) {
        double seconds = step.durationMillis() / 1000.0;
        return new UnitRun(step.unit(), step.inputSize(), seconds, step.succeeded());
    }
}
