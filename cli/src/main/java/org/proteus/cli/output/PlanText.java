package org.proteus.cli.output;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.UnitView;

/** A plan as a readable tree of a few lines: from type to type, why, and what else would do. */
public final class PlanText {

    private final Map<UnitId, UnitView> units;

    /**
     * @param units what is known of the units of plans; those that are missing are named only
     */
    public PlanText(List<UnitView> units) {
        this.units = units.stream().collect(Collectors.toMap(UnitView::id, unit -> unit));
    }

    /** Prints a plan. */
    public void print(Plan plan, Printer printer) {
        printer.line(plan.source().toString());
        if (plan.isPassThrough()) {
            printer.line("  is forwarded untouched");
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            PlanStep step = plan.steps().get(i);
            boolean last = i == plan.steps().size() - 1;
            printer.line("  |  " + step.unit() + about(step));
            description(step.unit()).ifPresent(text -> printer.line("  |  " + text));
            printer.line("  v");
            printer.line((last ? plan.target() : step.target()).toString());
        }
        if (!plan.isPassThrough()) {
            printer.line("cost " + CostText.of(plan.cost()));
        }
        if (!plan.reason().isEmpty()) {
            printer.line("why  " + plan.reason());
        }
        plan.alternatives().forEach(other -> print(other, printer));
    }

    private static void print(PlanAlternative other, Printer printer) {
        String chain =
                other.units().stream().map(UnitId::toString).collect(Collectors.joining(" > "));
        printer.line("or   " + chain);
        printer.line("     not chosen: " + other.reason());
        printer.line("     cost " + CostText.of(other.cost()));
    }

    /**
     * What a step does in words: its loss, its measured time and fidelity, and what it was told.
     */
    private String about(PlanStep step) {
        StringBuilder text = new StringBuilder();
        Optional<UnitView> known = Optional.ofNullable(units.get(step.unit()));
        known.ifPresent(unit -> text.append(", ").append(LossText.of(unit.loss())));
        known.flatMap(UnitView::seconds)
                .ifPresent(seconds -> text.append(", ").append(Amounts.seconds(seconds)));
        known.flatMap(UnitView::fidelity)
                .ifPresent(kept -> text.append(", keeps ").append(Amounts.percent(kept)));
        if (!step.partners().isEmpty()) {
            text.append(", together with ")
                    .append(
                            step.partners().stream()
                                    .map(ContentType::toString)
                                    .collect(Collectors.joining(", ")));
        }
        String told =
                step.parameters().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
        return told.isEmpty() ? text.toString() : text.append(", told ").append(told).toString();
    }

    private Optional<String> description(UnitId id) {
        return Optional.ofNullable(units.get(id))
                .map(unit -> firstSentence(unit.description()))
                .filter(text -> text.length() > 1);
    }

    private static String firstSentence(String description) {
        String text = description.strip().replaceAll("\\s+", " ");
        return text.split("[.;] ", 2)[0].replaceFirst("[.]$", "") + ".";
    }
}
