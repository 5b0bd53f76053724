package org.proteus.cli.output;

import java.util.stream.Collectors;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.Explanation;

/** Why something is, or is not, on the way that was chosen. */
public final class ExplanationText {

    private ExplanationText() {}

    /** Prints an explanation. */
    public static void print(Explanation explanation, Printer printer) {
        printer.line(
                explanation.name()
                        + (explanation.chosen() ? " is on the way: " : " is not on the way: ")
                        + explanation.reason());
        explanation
                .instead()
                .ifPresent(way -> {
                    printer.line(
                            "the best way by it is "
                                    + way.units().stream()
                                            .map(UnitId::toString)
                                            .collect(Collectors.joining(" > ")));
                    printer.line("cost " + CostText.of(way.cost()));
                });
        if (!explanation.action().isEmpty()) {
            printer.line("-> " + explanation.action());
        }
    }
}
