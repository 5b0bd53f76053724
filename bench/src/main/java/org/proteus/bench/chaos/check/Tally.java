package org.proteus.bench.chaos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementView;

/** Adds up what was checked. Used by one thread. */
public final class Tally {

    private final Map<String, Long> elements = new TreeMap<>();
    private final Map<String, Long> attempts = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /** Counts the elements of a job and how their attempts ended. */
    public void count(List<ElementView> counted) {
        for (ElementView element : counted) {
            elements.merge(element.state().name(), 1L, Long::sum);
            for (AttemptView attempt : element.attempts()) {
                attempts.merge(attempt.outcome(), 1L, Long::sum);
            }
        }
    }

    /** Adds what was found. */
    public void add(List<Violation> found) {
        violations.addAll(found);
    }

    /** Returns the number of elements. */
    public long total() {
        return elements.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns elements by state. */
    public Map<String, Long> elements() {
        return Map.copyOf(elements);
    }

    /** Returns attempts by how they ended. */
    public Map<String, Long> attempts() {
        return Map.copyOf(attempts);
    }

    /** Returns what is broken. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
