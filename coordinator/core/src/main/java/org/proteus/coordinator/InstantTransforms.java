package org.proteus.coordinator;

import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.graph.Catalogue;

/**
 * Transformations whose caller waits: held in memory, without a row in the database, through the
 * same work queue as everything else. Thread-safe.
 */
public interface InstantTransforms {

    /**
     * Transforms one object and waits for the result.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code BUSY} when every place is
     *     taken, {@code TOO_LARGE}, or the reason why the object could not be transformed
     * @throws InterruptedException if the caller was interrupted; the task is dropped
     */
    Result transform(Request request) throws InterruptedException;

    /**
     * An object to transform.
     *
     * @param name its name; may be empty
     * @param type its type, if the caller states it; detection still looks at the bytes
     * @param target type asked for, as {@link Catalogue#resolveType(String)} takes it
     * @param options options that some step must honour
     * @param rules what is prescribed of the way
     * @param content its bytes
     */
    record Request(
            String name,
            Optional<ContentType> type,
            String target,
            Map<String, String> options,
            PlanRules rules,
            Bytes content) {}

    /**
     * What came out.
     *
     * @param type full type of the result
     * @param content its bytes
     * @param checksum SHA-256 of the result, lower-case hexadecimal
     * @param record what was done
     */
    record Result(ContentType type, Bytes content, String checksum, TaskRecord record) {}
}
