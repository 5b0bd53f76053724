package org.proteus.foundation.model.job;

import java.time.Instant;
import java.util.Optional;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.TaskRecord;

/**
 * One lease of a task.
 *
 * @param number its number, from 1
 * @param worker id of the worker
 * @param outcome {@code running}, {@code done}, {@code failed}, {@code lost}, {@code released} or
 *     {@code stale}
 * @param started when it was leased
 * @param ended when it ended
 * @param problem why it did not succeed
 * @param record what the worker said of it
 */
public record AttemptView(
        int number,
        String worker,
        String outcome,
        Instant started,
        Optional<Instant> ended,
        Optional<Problem> problem,
        TaskRecord record) {}
