package org.proteus.foundation.model.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Problem;

/**
 * A job as its owner sees it.
 *
 * @param id its id
 * @param state where it stands
 * @param from source, without credentials
 * @param target full content type asked for
 * @param into sink, without credentials
 * @param options options of the request
 * @param scaling how its workers are chosen
 * @param priority 0 to 9; tasks of jobs with a higher one go first
 * @param deadline when it is cancelled if it has not ended; absent for never
 * @param created when it was accepted
 * @param ended when it ended
 * @param listed whether the whole source has been listed
 * @param counts elements by state; every state is a key
 * @param bytesIn bytes of the objects fetched and ended, so far
 * @param bytesOut bytes of the results, so far
 * @param workers live workers now
 * @param cost what it has cost so far
 * @param waitingFor why elements wait, when no live worker can run their plan; empty otherwise
 * @param webhook what became of its webhook, if it has one
 * @param problem why it failed as a whole, or why its deadline ended it
 */
public record JobView(
        String id,
        JobState state,
        String from,
        ContentType target,
        String into,
        Map<String, String> options,
        ScalingRequest scaling,
        int priority,
        Optional<Instant> deadline,
        Instant created,
        Optional<Instant> ended,
        boolean listed,
        Map<ElementState, Long> counts,
        long bytesIn,
        long bytesOut,
        int workers,
        JobCost cost,
        String waitingFor,
        Optional<WebhookView> webhook,
        Optional<Problem> problem) {

    /** Returns the number of elements in a state. */
    public long count(ElementState elementState) {
        return counts.getOrDefault(elementState, 0L);
    }

    /** Returns the number of elements found so far. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of elements that have ended. */
    public long endedElements() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().isFinal())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Whether every element found was done or skipped. */
    public boolean allDone() {
        return state == JobState.ENDED
                && count(ElementState.DONE) + count(ElementState.SKIPPED) == total();
    }
}
