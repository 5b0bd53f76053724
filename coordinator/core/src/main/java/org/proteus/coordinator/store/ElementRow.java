package org.proteus.coordinator.store;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.ElementState;

/**
 * An element as it is stored. {@code RUNNING} is never stored: an element runs while a worker holds
 * its task.
 *
 * @param entry reference in the source, by which it is opened
 * @param entryKey key that tells it from every other element of the job, the same in each listing
 * @param partners the objects that belong to it and go into the same result, in order
 * @param finalName name claimed in the sink
 * @param nameKey key of that name, folded to the sink's case rules
 * @param sink where the result stands; empty until it is done
 */
public record ElementRow(
        String job,
        long seq,
        String entry,
        String entryKey,
        String name,
        String etag,
        long size,
        Optional<ContentType> typeHint,
        List<PartnerEntry> partners,
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
                Ids.key(entry),
                name,
                etag,
                size,
                typeHint,
                List.of(),
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

    /** Returns this element as one of a group, told from others by the key of a text. */
    public ElementRow grouped(String keyText, List<PartnerEntry> others) {
        return with(Ids.key(keyText), etag, size, others, state, problem);
    }

    /** Returns this element as the source shows it now. */
    public ElementRow seenAgain(String newEtag, long newSize, List<PartnerEntry> others) {
        return with(entryKey, newEtag, newSize, others, state, problem);
    }

    /** Returns this element as one that ends as soon as it is found. */
    public ElementRow ending(ElementState end, Problem why) {
        return with(entryKey, etag, size, partners, end, Optional.of(why));
    }

    private ElementRow with(
            String newKey,
            String newEtag,
            long newSize,
            List<PartnerEntry> others,
            ElementState newState,
            Optional<Problem> newProblem) {
        return new ElementRow(
                job,
                seq,
                entry,
                newKey,
                name,
                newEtag,
                newSize,
                typeHint,
                others,
                finalName,
                nameKey,
                newState,
                typeFound,
                sourceChecksum,
                sink,
                resultSize,
                resultChecksum,
                passedThrough,
                newProblem);
    }
}
