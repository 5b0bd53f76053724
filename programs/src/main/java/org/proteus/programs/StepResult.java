package org.proteus.programs;

import java.util.Optional;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.StepRecord;

/**
 * How a step went.
 *
 * @param record what goes into the report
 * @param problem why it failed; absent when it succeeded
 */
public record StepResult(StepRecord record, Optional<Problem> problem) {

    /** Whether the output file holds a result. */
    public boolean succeeded() {
        return problem.isEmpty();
    }
}
