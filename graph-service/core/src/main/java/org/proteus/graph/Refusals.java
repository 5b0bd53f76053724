package org.proteus.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.DataSize;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.UnitId;

/** Says why there is no plan, and what could be done instead. */
final class Refusals {

    private static final int MOST_NAMED = 5;

    private final PlanGraph graph;
    private final PlanObject object;
    private final ContentType source;
    private final ContentType target;
    private final Wishes wishes;
    private final Rules rules;

    Refusals(
            PricedGraph priced, PlanObject object, ContentType target, Wishes wishes, Rules rules) {
        this.graph = priced.graph();
        this.object = object;
        this.source = object.type();
        this.target = target;
        this.wishes = wishes;
        this.rules = rules;
    }

    /** Finds what stands in the way by leaving out one condition after another. */
    Problem reason(Ways ways, Set<UnitId> avoided) {
        if (ways.isClassic() && ways.find(wishes, rules, rules::allows, 1).isEmpty()) {
            return notByClassicMatching(ways.unlessClassic(), avoided);
        }
        if (ways.find(Wishes.NONE, Rules.NONE, _ -> true, 1).isEmpty()) {
            return noWayAtAll(ways);
        }
        if (!rules.prescribesNothing()
                && ways.find(Wishes.NONE, rules, rules::allows, 1).isEmpty()) {
            return ruledOut(ways);
        }
        if (!wishes.all().isEmpty() && ways.find(wishes, rules, rules::allows, 1).isEmpty()) {
            List<Wish> alone =
                    wishes.all().stream()
                            .filter(wish ->
                                    ways.find(wishes.only(wish), rules, rules::allows, 1).isEmpty())
                            .toList();
            return unknownOption(alone.isEmpty() ? wishes.all() : alone);
        }
        return nothingLeft(avoided);
    }

    private Problem notByClassicMatching(Ways ways, Set<UnitId> avoided) {
        List<Way> best = ways.find(wishes, rules, rules::allows, 1);
        return best.isEmpty()
                ? reason(ways, avoided)
                : new Problem(
                        ErrorCode.NO_PATH,
                        "no way from %s to %s by classic matching"
                                .formatted(source.mediaType(), target.mediaType()),
                        "match for the best plan, which goes by " + best.getFirst().units());
    }

    private Problem noWayAtAll(Ways ways) {
        List<Way> supplied = ways.ifSupplied(Rules.NONE);
        if (!supplied.isEmpty()) {
            return notSupplied(supplied.getFirst());
        }
        List<Way> smaller = ways.ofAnySize(wishes, Rules.NONE);
        if (!smaller.isEmpty()) {
            return tooLarge(smaller.getFirst());
        }
        if (!object.partners().isEmpty() && !ways.withoutPartners().isEmpty()) {
            return partnersUnused();
        }
        return noPath(ways.reachable());
    }

    private Problem nothingLeft(Set<UnitId> avoided) {
        return new Problem(
                ErrorCode.NO_PATH,
                "no other way from " + source.mediaType() + " to " + target.mediaType(),
                "every way uses one of "
                        + avoided.stream()
                                .sorted()
                                .map(UnitId::toString)
                                .collect(Collectors.joining(", ")));
    }

    private Problem ruledOut(Ways ways) {
        Way without = ways.find(Wishes.NONE, Rules.NONE, _ -> true, 1).getFirst();
        return new Problem(
                ErrorCode.NO_PATH,
                "no way from %s to %s keeps the rules (%s)"
                        .formatted(source.mediaType(), target.mediaType(), rules.words()),
                without.isEmpty()
                        ? "without them the object is forwarded untouched"
                        : "without them it would go by " + without.units());
    }

    /** Refuses because of the object's size. */
    Problem tooLarge(Way way) {
        String limits =
                way.steps().stream()
                        .map(step -> step.arc().capability())
                        .filter(c -> c.maxInputBytes() > 0 && c.maxInputBytes() < object.size())
                        .map(c -> c.name() + " takes " + new DataSize(c.maxInputBytes()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return new Problem(
                ErrorCode.LIMIT_EXCEEDED,
                "the object of %d bytes is too large for every way from %s to %s"
                        .formatted(object.size(), source.mediaType(), target.mediaType()),
                limits + " at most");
    }

    private Problem partnersUnused() {
        return new Problem(
                ErrorCode.NO_PATH,
                "no way from %s to %s takes the object together with %s"
                        .formatted(source.mediaType(), target.mediaType(), object.partners()),
                "a unit with " + (object.partners().size() + 1) + " sources is needed");
    }

    /** Refuses because the units of the way need values that nobody gave. */
    Problem notSupplied(Way way) {
        String needs =
                way.links().stream()
                        .flatMap(link ->
                                link.needed().stream()
                                        .filter(name -> wishes.named(name).isEmpty())
                                        .map(name -> "'" + name + "' for " + link.id()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return new Problem(
                ErrorCode.NO_PATH,
                "no way from %s to %s without more options"
                        .formatted(source.mediaType(), target.mediaType()),
                "give the option " + (needs.isEmpty() ? "that the source type lacks" : needs));
    }

    /** Refuses for want of a way. */
    private Problem noPath(List<ContentType> reachable) {
        String from = source.mediaType();
        String to = target.mediaType();
        String reason;
        if (!graph.isProduced(target.withoutParameters())) {
            reason = "no program gives " + to;
        } else if (reachable.isEmpty()) {
            reason = "no program takes " + from;
        } else {
            reason = "no chain of programs leads there";
        }
        List<String> advice = new ArrayList<>();
        if (!reachable.isEmpty()) {
            advice.add("from " + from + " can be reached: " + names(nearest(reachable, target)));
        }
        List<ContentType> sources =
                graph.to(target.withoutParameters()).stream()
                        .map(capability -> capability.source().mediaType())
                        .filter(type -> !type.isRange() && !type.equals(target.withoutParameters()))
                        .distinct()
                        .sorted(Comparator.comparing(ContentType::toString))
                        .toList();
        if (!sources.isEmpty()) {
            advice.add(to + " can be made from: " + names(nearest(sources, source)));
        }
        return new Problem(
                ErrorCode.NO_PATH,
                "no way from " + from + " to " + to + ": " + reason,
                advice.isEmpty()
                        ? "add a program document that can do it"
                        : String.join("; ", advice));
    }

    /** Refuses because of wishes that no step on any way honours. */
    private Problem unknownOption(Collection<Wish> unfulfilled) {
        String what = unfulfilled.stream().map(Wish::toString).collect(Collectors.joining(", "));
        List<String> advice = new ArrayList<>();
        for (Wish wish : unfulfilled) {
            advice.add(known(wish));
        }
        return new Problem(
                ErrorCode.UNKNOWN_OPTION,
                "no step on a way from %s to %s can honour %s"
                        .formatted(source.mediaType(), target.mediaType(), what),
                String.join("; ", advice));
    }

    private String known(Wish wish) {
        List<String> knowing = programsThat(link -> link.knows(wish.name()));
        if (knowing.isEmpty()) {
            return "no program knows '" + wish.name() + "'";
        }
        boolean possible = !programsThat(link -> link.honours(wish)).isEmpty();
        List<String> values =
                graph.capabilities()
                        .flatMap(capability -> capability.links().stream())
                        .flatMap(link -> link.values(wish.name()).stream())
                        .distinct()
                        .sorted()
                        .limit(MOST_NAMED)
                        .toList();
        return possible
                ? "'" + wish.name() + "' is known to " + String.join(", ", knowing)
                : "'%s' is known to %s, but only as %s"
                        .formatted(
                                wish.name(), String.join(", ", knowing), String.join(", ", values));
    }

    private List<String> programsThat(Predicate<Link> condition) {
        return graph.capabilities()
                .flatMap(capability -> capability.links().stream())
                .filter(condition)
                .map(link -> link.program().id())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns a few types, those of the same family first, otherwise in their order. */
    private static List<ContentType> nearest(List<ContentType> types, ContentType wanted) {
        return types.stream()
                .sorted(Comparator.comparing(type -> !type.type().equals(wanted.type())))
                .limit(MOST_NAMED)
                .toList();
    }

    private static String names(List<ContentType> types) {
        return types.stream().map(ContentType::mediaType).collect(Collectors.joining(", "));
    }
}
