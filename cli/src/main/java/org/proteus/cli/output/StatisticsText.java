package org.proteus.cli.output;

import java.util.Locale;
import java.util.stream.Stream;
import org.proteus.foundation.model.job.SizeStatisticsView;
import org.proteus.foundation.model.job.UnitStatisticsView;

/** What was learned of a unit, as text. */
final class StatisticsText {

    private StatisticsText() {}

    /** Returns a line for what it keeps, and one for each size of objects it ran on. */
    static Stream<String> lines(UnitStatisticsView known) {
        return Stream.concat(
                known
                        .fidelity()
                        .map(keeps ->
                                String.format(Locale.ROOT, "keeps %.1f %% (measured)", 100 * keeps))
                        .stream(),
                known.sizes().stream().map(StatisticsText::line));
    }

    private static String line(SizeStatisticsView size) {
        return String.format(
                Locale.ROOT,
                "%-6s objects: %.0f runs, %.2f s, %.0f %% failed",
                size.size(),
                size.runs(),
                size.meanSeconds(),
                100 * size.failureRate());
    }
}
