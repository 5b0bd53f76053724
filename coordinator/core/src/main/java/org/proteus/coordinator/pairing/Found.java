package org.proteus.coordinator.pairing;

import java.util.List;
import java.util.Optional;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.ElementState;

/**
 * What a listing found for one element: an object, and those that belong to it.
 *
 * @param main the object itself
 * @param partners the objects that belong to it, in order; mostly none
 * @param key tells it from everything else in the listing, the same each time
 * @param resultName name that the result's name is made of
 * @param ending how its element ends at once; absent when there is something to transform
 */
public record Found(
        SourceEntry main,
        List<SourceEntry> partners,
        String key,
        String resultName,
        Optional<Ending> ending) {

    /**
     * The end of an element of which nothing is transformed.
     *
     * @param state {@code REFUSED} or {@code SKIPPED}
     * @param problem why
     */
    public record Ending(ElementState state, Problem problem) {}

    public Found {
        partners = List.copyOf(partners);
    }

    /** Returns an object that stands alone. */
    public static Found alone(SourceEntry entry) {
        return group(entry, List.of());
    }

    static Found group(SourceEntry main, List<SourceEntry> partners) {
        return new Found(main, partners, main.entry(), main.name(), Optional.empty());
    }

    /** Returns an object that no group asks for. */
    static Found passedOver(SourceEntry entry, String message, String action) {
        return alone(entry).ending(ElementState.SKIPPED, ErrorCode.NO_PARTNER, message, action);
    }

    /** Returns the same as one that cannot be transformed because something is missing. */
    Found lacking(String message, String action) {
        return ending(ElementState.REFUSED, ErrorCode.NO_PARTNER, message, action);
    }

    Found ending(ElementState state, ErrorCode code, String message, String action) {
        Ending end = new Ending(state, new Problem(code, message, action));
        return new Found(main, partners, key, resultName, Optional.of(end));
    }
}
