package org.proteus.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.proteus.bench.chaos.check.Tally;
import org.proteus.bench.chaos.check.Violation;
import org.proteus.bench.chaos.fault.FaultKind;

/**
 * What came of a run.
 *
 * @param seed its seed
 * @param jobs jobs that were accepted
 * @param retried jobs that had to run again in the calm, because faults had ended objects of them
 * @param tally what was checked and found
 * @param faults faults carried out, by kind
 * @param notes what was left out, and what happened without having been ordered
 */
public record Outcome(
        long seed,
        int jobs,
        int retried,
        Tally tally,
        Map<FaultKind, Integer> faults,
        List<String> notes) {

    private static final int MOST_SHOWN = 50;

    public Outcome {
        faults = Map.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /** Whether nothing was broken. */
    public boolean isWell() {
        return tally.violations().isEmpty();
    }

    /** Returns it for people. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "seed %d: %d tasks in %d jobs, %d of them retried in the calm"
                        .formatted(seed, tally.total(), jobs, retried));
        lines.add("elements " + new TreeMap<>(tally.elements()));
        lines.add("attempts " + new TreeMap<>(tally.attempts()));
        int all = faults.values().stream().mapToInt(Integer::intValue).sum();
        lines.add(all + " faults " + new TreeMap<>(faults));
        for (Violation.Kind kind : Violation.Kind.values()) {
            lines.add("%-11s %d".formatted(kind.name().toLowerCase(Locale.ROOT), of(kind)));
        }
        tally.violations().stream()
                .limit(MOST_SHOWN)
                .forEach(violation -> lines.add(violation.kind() + " " + violation.what()));
        notes.stream().distinct().limit(MOST_SHOWN).forEach(note -> lines.add("note: " + note));
        return String.join("\n", lines);
    }

    private long of(Violation.Kind kind) {
        return tally.violations().stream().filter(v -> v.kind() == kind).count();
    }
}
