package org.proteus.bench.chaos.celery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.proteus.bench.chaos.fault.FaultKind;

/**
 * What came of a run of Celery.
 *
 * @param seed its seed
 * @param accepted tasks that were accepted
 * @param refused tasks that were not
 * @param stuck tasks without an outcome when nothing moved any more, before the workers were
 *     started anew
 * @param statuses accepted tasks by what the backend says of them
 * @param runs how often a task began and how often one stored its result
 * @param faults faults carried out, by kind
 * @param findings what is to be said of tasks and files
 * @param notes what was left out, and what happened without having been ordered
 */
record CeleryOutcome(
        long seed,
        int accepted,
        int refused,
        long stuck,
        Map<String, Integer> statuses,
        Map<String, Integer> runs,
        Map<FaultKind, Integer> faults,
        List<Finding> findings,
        List<String> notes) {

    private static final int MOST_SHOWN = 50;

    CeleryOutcome {
        statuses = Map.copyOf(statuses);
        runs = Map.copyOf(runs);
        faults = Map.copyOf(faults);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** Returns it for people. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "seed %d: %d tasks accepted, %d refused, %d without an outcome before the workers"
                                .formatted(seed, accepted, refused, stuck)
                        + " were started anew");
        lines.add("outcomes " + new TreeMap<>(statuses));
        lines.add("runs " + new TreeMap<>(runs));
        int all = faults.values().stream().mapToInt(Integer::intValue).sum();
        lines.add(all + " faults " + new TreeMap<>(faults));
        for (Finding.Kind kind : Finding.Kind.values()) {
            lines.add("%-13s %d".formatted(kind.name().toLowerCase(Locale.ROOT), of(kind)));
        }
        for (Finding.Kind kind : Finding.Kind.values()) {
            findings.stream()
                    .filter(finding -> finding.kind() == kind)
                    .limit(MOST_SHOWN / Finding.Kind.values().length)
                    .forEach(finding -> lines.add(kind + " " + finding.what()));
        }
        notes.stream().distinct().limit(MOST_SHOWN).forEach(note -> lines.add("note: " + note));
        return String.join("\n", lines);
    }

    private long of(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
