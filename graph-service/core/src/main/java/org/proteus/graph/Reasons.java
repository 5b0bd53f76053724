package org.proteus.graph;

import java.util.Locale;
import java.util.stream.Collectors;
import org.proteus.foundation.model.program.LossClass;

/** Says in words why a way was chosen, and why another was not. */
final class Reasons {

    private Reasons() {}

    static String chosen(Way way, Wishes wishes) {
        StringBuilder reason = new StringBuilder();
        if (way.arcs() == 1) {
            Arc arc = way.steps().getFirst().arc();
            reason.append("direct, ").append(fit(arc));
        } else {
            reason.append("the best chain of ").append(way.arcs()).append(" units");
        }
        reason.append(", ").append(words(loss(way)));
        if (!wishes.all().isEmpty()) {
            reason.append("; honours ")
                    .append(
                            wishes.all().stream()
                                    .map(Wish::toString)
                                    .collect(Collectors.joining(", ")));
        }
        return reason.toString();
    }

    static String notChosen(Way way, Way chosen) {
        if (loss(way) != loss(chosen)) {
            return words(loss(way)) + " instead of " + words(loss(chosen));
        }
        if (way.links().size() > chosen.links().size()) {
            return way.links().size() + " steps instead of " + chosen.links().size();
        }
        if (lossySteps(way) > lossySteps(chosen)) {
            return "loses more on the way";
        }
        if (generality(way) > generality(chosen)) {
            return "its units are for more general types";
        }
        if (way.cost() > chosen.cost()) {
            return "its units fit the parameters less exactly";
        }
        return "as good; the order of names decided";
    }

    private static String fit(Arc arc) {
        return switch (arc.generality()) {
            case SAME -> "for exactly this type";
            case KIND -> "for a type that this is a kind of";
            case RANGE -> "for all of " + arc.capability().source().mediaType();
            case ANY -> "for objects of any type";
        };
    }

    private static LossClass loss(Way way) {
        return way.steps().stream()
                .map(step -> step.arc().capability().loss())
                .max(LossClass::compareTo)
                .orElse(LossClass.LOSSLESS);
    }

    private static String words(LossClass loss) {
        return loss.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static long lossySteps(Way way) {
        return way.links().stream()
                .filter(link -> link.unit().loss() != LossClass.LOSSLESS)
                .count();
    }

    private static int generality(Way way) {
        return way.steps().stream().mapToInt(step -> step.arc().generality().cost()).sum();
    }
}
