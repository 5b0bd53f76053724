package org.proteus.coordinator.store;

import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.ElementState;

/**
 * An element as it is stored. {@code RUNNING} is never stored: an element runs while a worker holds
 * its task.
 *
 * @param entry reference in the source, by which it is opened
 * @param finalName name claimed in the sink
 * @param nameKey key of that name, folded to the sink's case rules
 * @param sink where the result stands; empty until it is done
 */
public record ElementRow(
        String job,
        long seq,
        String entry,
        String name,
        String etag,
        long size,
        Optional<ContentType> typeHint,
        String finalName,
        String nameKey,
        ElementState state,
        Optional<ContentType> typeFound,
        String sourceChecksum,
        String sink,
        long resultSize,
        String resultChecksum,
        boolean passedThrough,
        Optional<Problem> problem) {

    /** Returns an element that was just found. */
    public static ElementRow found(
            String job,
            long seq,
            String entry,
            String name,
            String etag,
            long size,
            Optional<ContentType> typeHint,
            String finalName,
            String nameKey) {
        return new ElementRow(
                job,
                seq,
                entry,
                name,
                etag,
                size,
                typeHint,
                finalName,
                nameKey,
                ElementState.LISTED,
                Optional.empty(),
                "",
                "",
                -1,
                "",
                false,
                Optional.empty());
    }

    /** Returns the id, {@code job/seq}. */
    public String id() {
        return job + "/" + seq;
    }

    /** Returns this element as the source shows it now. */
    public ElementRow seenAgain(String newEtag, long newSize) {
        return new ElementRow(
                job,
                seq,
                entry,
                name,
                newEtag,
                newSize,
                typeHint,
                finalName,
                nameKey,
                state,
                typeFound,
                sourceChecksum,
                sink,
                resultSize,
                resultChecksum,
                passedThrough,
                problem);
    }
}
