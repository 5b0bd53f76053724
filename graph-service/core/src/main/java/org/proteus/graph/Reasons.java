package org.proteus.graph;

import java.util.Locale;
import java.util.stream.Collectors;
import org.proteus.foundation.model.program.PlanCost;

/** Says in words why a way was chosen, and why another was not. */
final class Reasons {

    /** A part of the cost that differs by less did not decide. */
    private static final double DECIDES = 0.0005;

    private final Costs costs;
    private final Way chosen;

    Reasons(Costs costs, Way chosen) {
        this.costs = costs;
        this.chosen = chosen;
    }

    String chosen(Wishes wishes, Rules rules, boolean classic) {
        StringBuilder reason = new StringBuilder();
        if (chosen.arcs() == 1) {
            reason.append("direct, ").append(fit(chosen.arc()));
        } else {
            reason.append(classic ? "the shortest chain of " : "the best chain of ")
                    .append(chosen.arcs())
                    .append(" units");
        }
        reason.append(", ").append(words(chosen.loss()));
        if (!wishes.all().isEmpty() && !classic) {
            reason.append("; honours ")
                    .append(
                            wishes.all().stream()
                                    .map(Wish::toString)
                                    .collect(Collectors.joining(", ")));
        }
        if (!rules.prescribesNothing()) {
            reason.append("; ").append(rules.words());
        }
        if (classic) {
            MatchLevel worst =
                    chosen.steps().stream()
                            .map(Way::level)
                            .max(MatchLevel::compareTo)
                            .orElse(MatchLevel.EXACT);
            reason.append("; classic matching, ").append(words(worst));
        }
        return reason.toString();
    }

    /** Names the part of the cost in which another way is worst beside the chosen one. */
    String notChosen(Way way) {
        if (way.loss() != chosen.loss()) {
            return words(way.loss()) + " instead of " + words(chosen.loss());
        }
        PlanCost other = way.planCost(costs);
        PlanCost best = chosen.planCost(costs);
        double loss = other.loss() - best.loss();
        double time = other.time() - best.time();
        double risk = other.risk() - best.risk();
        double fit = other.fit() - best.fit();
        double most = Math.max(Math.max(loss, time), Math.max(risk, fit));
        boolean longer = way.links().size() > chosen.links().size();
        if (most < DECIDES) {
            return "as good; the order of names decided";
        }
        if (most == loss) {
            return longer ? more(way) + ", loses more on the way" : "loses more on the way";
        }
        if (longer) {
            return more(way);
        }
        if (most == time) {
            return "slower: " + seconds(other.time()) + " instead of " + seconds(best.time());
        }
        if (most == risk) {
            return "fails more often";
        }
        return generality(way) > generality(chosen)
                ? "its units are for more general types"
                : "its units fit the parameters less exactly";
    }

    private String more(Way way) {
        return way.links().size() + " steps instead of " + chosen.links().size();
    }

    /** Undoes what {@link Price} made of a time; right for one step, a bound for several. */
    private static String seconds(double points) {
        return String.format(Locale.ROOT, "about %.1f s", Price.seconds(points));
    }

    private static String fit(Arc arc) {
        return switch (arc.generality()) {
            case SAME -> "for exactly this type";
            case KIND -> "for a type that this is a kind of";
            case RANGE -> "for all of " + arc.capability().source().mediaType();
            case ANY -> "for objects of any type";
        };
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int generality(Way way) {
        return way.steps().stream().mapToInt(step -> step.arc().generality().cost()).sum();
    }
}
