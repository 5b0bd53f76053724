package org.proteus.coordinator.store;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.protocol.StepFailure;

/**
 * A task as it is stored.
 *
 * @param token token of the newest lease; 0 before the first
 * @param worker worker of the newest lease
 * @param leasedAt when that began, in milliseconds since 1970
 * @param typeKnown type found on the bytes, once a worker found it
 * @param needs programs that its plan needs, separated by spaces; empty while any worker will do
 * @param alone whether it runs alone in its worker
 * @param failed steps that failed, in order
 * @param storedToken token under which the result was committed; 0 when there is none
 */
public record TaskRow(
        TaskId id,
        TaskState state,
        long token,
        Optional<String> worker,
        long leasedAt,
        long leasedUntil,
        Optional<ContentType> typeKnown,
        String needs,
        int failures,
        int losses,
        int aloneLosses,
        boolean alone,
        List<StepFailure> failed,
        long storedToken,
        String temporaryName,
        long resultSize) {

    /** Returns this task after steps of it failed. */
    public TaskRow failed(int times, List<StepFailure> steps) {
        return new TaskRow(
                id,
                state,
                token,
                worker,
                leasedAt,
                leasedUntil,
                typeKnown,
                needs,
                failures + times,
                losses,
                aloneLosses,
                alone,
                steps,
                storedToken,
                temporaryName,
                resultSize);
    }

    /** Returns this task after its worker was lost. */
    public TaskRow lost() {
        return new TaskRow(
                id,
                state,
                token,
                worker,
                leasedAt,
                leasedUntil,
                typeKnown,
                needs,
                failures,
                losses + 1,
                aloneLosses + (alone ? 1 : 0),
                alone,
                failed,
                storedToken,
                temporaryName,
                resultSize);
    }

    /** Returns this task as one that runs alone in its worker, or not. */
    public TaskRow alone(boolean now) {
        return new TaskRow(
                id,
                state,
                token,
                worker,
                leasedAt,
                leasedUntil,
                typeKnown,
                needs,
                failures,
                losses,
                aloneLosses,
                now,
                failed,
                storedToken,
                temporaryName,
                resultSize);
    }
}
