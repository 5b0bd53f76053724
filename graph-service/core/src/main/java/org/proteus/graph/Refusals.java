package org.proteus.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.UnitId;

/** Says why there is no plan, and what could be done instead. */
final class Refusals {

    private static final int MOST_NAMED = 5;

    private final PlanGraph graph;
    private final ContentType source;
    private final ContentType target;

    Refusals(PlanGraph graph, ContentType source, ContentType target) {
        this.graph = graph;
        this.source = source;
        this.target = target;
    }

    /** Refuses because every way was tried and failed. */
    Problem nothingLeft(Set<UnitId> avoided) {
        return new Problem(
                ErrorCode.NO_PATH,
                "no other way from " + source.mediaType() + " to " + target.mediaType(),
                "every way uses one of "
                        + avoided.stream()
                                .sorted()
                                .map(UnitId::toString)
                                .collect(Collectors.joining(", ")));
    }

    /** Refuses because the units of the way need values that nobody gave. */
    Problem notSupplied(Way way, Wishes wishes) {
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
    Problem noPath(List<ContentType> reachable) {
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
                        .map(arc -> arc.capability().source().mediaType())
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
    Problem unknownOption(Collection<Wish> wishes) {
        String what = wishes.stream().map(Wish::toString).collect(Collectors.joining(", "));
        List<String> advice = new ArrayList<>();
        for (Wish wish : wishes) {
            List<String> knowing = programsThat(link -> link.knows(wish.name()));
            advice.add(
                    knowing.isEmpty()
                            ? "no program knows '" + wish.name() + "'"
                            : "'" + wish.name() + "' is known to " + String.join(", ", knowing));
        }
        return new Problem(
                ErrorCode.UNKNOWN_OPTION,
                "no step on a way from %s to %s can honour %s"
                        .formatted(source.mediaType(), target.mediaType(), what),
                String.join("; ", advice));
    }

    private List<String> programsThat(Predicate<Link> condition) {
        return graph.capabilities().stream()
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
