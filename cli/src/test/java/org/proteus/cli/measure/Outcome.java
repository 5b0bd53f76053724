package org.proteus.cli.measure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.proteus.foundation.model.program.UnitId;

/**
 * What the plans of a pair keep.
 *
 * @param pair the pair
 * @param keeps what each plan keeps, the chosen one first; 0 for one that fails
 */
record Outcome(Pair pair, List<Double> keeps) {

    private static final double NEAR = 0.98;

    double chosen() {
        return keeps.getFirst();
    }

    double best() {
        return keeps.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    boolean isNear() {
        return chosen() >= NEAR * best();
    }

    String row() {
        int best = keeps.indexOf(best());
        String other = best == 0 || best() == chosen() ? "" : units(pair.plans().get(best));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.3f | %.3f | %s | %s |",
                pair.name(),
                units(pair.plans().getFirst()),
                keeps.size(),
                chosen(),
                best(),
                other,
                isNear() ? "yes" : "**no**");
    }

    private static String units(List<UnitId> units) {
        return units.stream().map(UnitId::toString).collect(Collectors.joining(", "));
    }
}
