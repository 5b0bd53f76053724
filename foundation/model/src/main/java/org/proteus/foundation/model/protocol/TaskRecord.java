package org.proteus.foundation.model.protocol;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Plan;

/**
 * What a worker knows of a task when it ends; the element's line in the report is made of it.
 *
 * @param typeFound type found on the bytes; absent when it did not come so far
 * @param sourceSize size of the object as fetched, in bytes; -1 when it did not come so far
 * @param sourceChecksum SHA-256 of the object as fetched, lower-case hexadecimal; empty likewise
 * @param partners the objects that belong to it, as fetched, in order
 * @param plan the last plan; absent when there was none
 * @param steps every step that ran under this lease, failed ones too
 * @param durationMillis from the lease to this record, in milliseconds
 * @param size how much work the task is; absent when only its bytes are known
 */
public record TaskRecord(
        Optional<ContentType> typeFound,
        long sourceSize,
        String sourceChecksum,
        List<PartnerRecord> partners,
        Optional<Plan> plan,
        List<StepRecord> steps,
        long durationMillis,
        Optional<WorkSize> size) {

    /** Nothing is known. */
    public static final TaskRecord EMPTY =
            new TaskRecord(Optional.empty(), -1, "", List.of(), Optional.empty(), List.of(), 0);

    public TaskRecord {
        partners = List.copyOf(partners);
        steps = List.copyOf(steps);
    }

    /** What is known of a task of which only the bytes are known. */
    public TaskRecord(
            Optional<ContentType> typeFound,
            long sourceSize,
            String sourceChecksum,
            List<PartnerRecord> partners,
            Optional<Plan> plan,
            List<StepRecord> steps,
            long durationMillis) {
        this(
                typeFound,
                sourceSize,
                sourceChecksum,
                partners,
                plan,
                steps,
                durationMillis,
                Optional.empty());
    }
}
