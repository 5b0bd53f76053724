package org.proteus.cli.output;

import java.util.Locale;
import java.util.Optional;
import org.proteus.policies.simulation.Summary;

/** Simulations as text. */
public final class SimulationText {

    private static final String ROW =
            "%-20s %-19s %4s %5s  %-15s %-15s %-15s %7s %7s %6s %6s %7s %7s";

    private SimulationText() {}

    /** Returns the head of a table. */
    public static String head() {
        return String.format(
                Locale.ROOT,
                ROW,
                "scenario",
                "policy",
                "best",
                "runs",
                "settled",
                "in 6 minutes",
                "in 15 minutes",
                "median",
                "changes",
                "cost",
                "time",
                "regret",
                "95 %");
    }

    /** Returns a row of the table; a share stands before the lower bound of its interval. */
    public static String row(Summary one) {
        return String.format(
                Locale.ROOT,
                ROW,
                one.scenario(),
                one.policy(),
                one.oracleWorkers(),
                one.runs(),
                share(one.settledShare()),
                share(one.settledWithin6Minutes()),
                share(one.settledWithin15Minutes()),
                seconds(one.medianSettleSeconds()),
                number(one.changesAfterSettling()),
                number(one.costRatio()),
                number(one.timeRatio()),
                number(one.regret().median()),
                number(one.regret().percentile95()));
    }

    private static String share(Summary.Share share) {
        return String.format(
                Locale.ROOT, "%.1f %% >%.1f %%", 100 * share.share(), 100 * share.lower());
    }

    private static String seconds(Optional<Double> seconds) {
        return seconds.map(value -> String.format(Locale.ROOT, "%.0f s", value)).orElse("-");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
