package org.proteus.coordinator.dispatch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.graph.PlanGoal;

/**
 * What is left of a goal when some steps were done: an option that one of them honoured is not
 * asked for again (a watermark is drawn once), and what they used or reached need not be pinned any
 * more.
 *
 * @param whole the goal of the request
 * @param done the steps, in order
 */
record Remainder(PlanGoal whole, List<PlanStep> done) {

    PlanGoal goal() {
        Map<String, String> options = new TreeMap<>(whole.options());
        options.entrySet().removeIf(option -> isHonoured(option.getKey(), option.getValue()));
        PlanRules rules = whole.rules();
        List<String> pins = rules.pin().stream().flatMap(this::left).toList();
        return new PlanGoal(
                whole.target(),
                options,
                new PlanRules(pins, rules.forbid(), rules.lossless(), rules.matching()));
    }

    private boolean isHonoured(String name, String value) {
        return done.stream()
                .flatMap(step ->
                        Stream.concat(
                                step.parameters().entrySet().stream(),
                                step.target().parameters().entrySet().stream()))
                .anyMatch(bound ->
                        bound.getKey().equalsIgnoreCase(name) && bound.getValue().equals(value));
    }

    /** Returns a pin that still holds; of a pinned plan what is behind the steps done. */
    private Stream<String> left(String pin) {
        String name = pin.replaceFirst("^(program|unit|type|plan):", "");
        if (name.contains(",")) {
            List<String> units = List.of(name.split("\\s*,\\s*"));
            int behind = Math.min(done.size(), units.size());
            return behind == units.size()
                    ? Stream.empty()
                    : Stream.of("plan:" + String.join(",", units.subList(behind, units.size())));
        }
        boolean used =
                done.stream()
                        .anyMatch(step ->
                                step.unit().toString().equals(name)
                                        || step.unit().program().equals(name)
                                        || step.target().mediaType().equalsIgnoreCase(name));
        return used ? Stream.empty() : Stream.of(pin);
    }
}
