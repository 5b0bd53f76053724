package org.proteus.cli.output;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.proteus.foundation.model.program.PlanCost;

/** A cost with the parts that it is the sum of. */
public final class CostText {

    private static final double NOTHING = 0.005;

    private CostText() {}

    /**
     * Returns for example {@code 6.0 = loss 4.0 + time 1.6 + risk 0.4}; what is nothing is left
     * out.
     */
    public static String of(PlanCost cost) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("loss", cost.loss());
        parts.put("time", cost.time());
        parts.put("risk", cost.risk());
        parts.put("fit", cost.fit());
        String sum =
                parts.entrySet().stream()
                        .filter(part -> part.getValue() >= NOTHING)
                        .map(part -> part.getKey() + " " + number(part.getValue()))
                        .collect(Collectors.joining(" + "));
        return sum.isEmpty() ? number(cost.total()) : number(cost.total()) + " = " + sum;
    }

    private static String number(double points) {
        return String.format(Locale.ROOT, "%.2f", points);
    }
}
