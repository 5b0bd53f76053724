package org.proteus.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanStep;

/** A plan as a readable tree of a few lines. */
public final class PlanText {

    private PlanText() {}

    /** Prints a plan: its steps, why it was chosen, what else would have done. */
    public static void print(Plan plan, Printer printer) {
        printer.line(plan.source() + " -> " + plan.target());
        if (plan.isPassThrough()) {
            printer.line("  (no step: the object is forwarded untouched)");
        }
        int number = 1;
        for (PlanStep step : plan.steps()) {
            printer.line("  " + number++ + ". " + step.unit() + parameters(step));
            printer.line("       " + step.source() + " -> " + step.target());
        }
        if (!plan.reason().isEmpty()) {
            printer.line("  why: " + plan.reason());
        }
        plan.alternatives().forEach(other -> printer.line("  or:  " + alternative(other)));
    }

    private static String parameters(PlanStep step) {
        return step.parameters().isEmpty()
                ? ""
                : step.parameters().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String alternative(PlanAlternative other) {
        List<String> units = other.units().stream().map(Object::toString).toList();
        String cost = String.format(Locale.ROOT, "%.2f", other.cost().total());
        return String.join(" + ", units) + " (cost " + cost + "): " + other.reason();
    }
}
