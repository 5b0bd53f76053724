package org.proteus.cli.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.proteus.cli.output.CostText;
import org.proteus.cli.output.LossText;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.UnitView;

/** A plan with its alternatives as a picture: types are nodes, units are edges. */
public final class PlanDrawing {

    private static final Map<String, String> CHOSEN_TYPE =
            Map.of("penwidth", "2", "color", "#1a5fb4");
    private static final Map<String, String> OTHER_EDGE =
            Map.of("color", "#999999", "fontcolor", "#666666", "style", "dashed");

    private final Map<UnitId, UnitView> units;

    /**
     * @param units what is known of the units of plans
     */
    public PlanDrawing(List<UnitView> units) {
        this.units = units.stream().collect(Collectors.toMap(UnitView::id, unit -> unit));
    }

    /** Returns the picture in the language of Graphviz. */
    public String dot(Plan plan) {
        Dot dot = new Dot(Dot.lines(words(plan)));
        dot.node(plan.source().mediaType(), Dot.quoted(plan.source().toString()), CHOSEN_TYPE);
        String at = plan.source().mediaType();
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            PlanStep step = plan.steps().get(i);
            boolean last = i == plan.steps().size() - 1;
            String next = step.target().mediaType();
            dot.node(
                    next,
                    Dot.quoted((last ? plan.target() : step.target()).toString()),
                    CHOSEN_TYPE);
            dot.edge(at, next, Dot.lines(labels(step)), chosenEdge(step.unit()));
            drawn.add(at + " " + step.unit());
            at = next;
        }
        char letter = 'a';
        for (PlanAlternative other : plan.alternatives()) {
            add(plan, other, letter++, dot, drawn);
        }
        return dot.toString();
    }

    private void add(Plan plan, PlanAlternative other, char letter, Dot dot, Set<String> drawn) {
        String at = plan.source().mediaType();
        for (UnitId id : other.units()) {
            String next =
                    Optional.ofNullable(units.get(id))
                            .map(unit -> unit.target().mediaType().mediaType())
                            .orElse(plan.target().mediaType());
            dot.node(next, Dot.quoted(next), Map.of());
            if (drawn.add(at + " " + id)) {
                dot.edge(at, next, Dot.quoted(letter + ". " + id), OTHER_EDGE);
            }
            at = next;
        }
    }

    private List<String> labels(PlanStep step) {
        List<String> lines = new ArrayList<>(List.of(step.unit().toString()));
        Optional.ofNullable(units.get(step.unit()))
                .ifPresent(unit -> lines.add(LossText.of(unit.loss())));
        step.parameters().forEach((name, value) -> lines.add(name + "=" + value));
        return lines;
    }

    private Map<String, String> chosenEdge(UnitId id) {
        String color =
                Optional.ofNullable(units.get(id))
                        .map(unit -> LossColors.of(unit.loss()))
                        .orElse("#1a5fb4");
        return Map.of("penwidth", "2", "color", color);
    }

    private static List<String> words(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (!plan.isPassThrough()) {
            lines.add("chosen: " + plan.reason() + "; cost " + CostText.of(plan.cost()));
        } else {
            lines.add("forwarded untouched: " + plan.reason());
        }
        char letter = 'a';
        for (PlanAlternative other : plan.alternatives()) {
            lines.add(letter++ + ": " + other.reason() + "; cost " + CostText.of(other.cost()));
        }
        return lines;
    }
}
