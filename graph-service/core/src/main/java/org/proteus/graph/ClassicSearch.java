package org.proteus.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.TypePattern;

/**
 * Finds ways as gDTS did: exact matches first, then support, then generic ones; at each level a
 * direct unit before a path, then the shortest path; where several are alike, the first by name.
 * Both ends are matched by parameters, so that at the last level what was asked for beside the
 * media type may be left unfulfilled. What a type is a kind of does not count.
 */
final class ClassicSearch {

    private final PricedGraph priced;
    private final ContentType source;
    private final ContentType target;
    private final Predicate<String> supplied;
    private final Predicate<Capability> allowed;

    /**
     * @param source type of the object, under its registered name
     * @param target type asked for, under its registered name
     * @param supplied whether the caller gives a value of that lower-case name
     * @param allowed which units may be used
     */
    ClassicSearch(
            PricedGraph priced,
            ContentType source,
            ContentType target,
            Predicate<String> supplied,
            Predicate<Capability> allowed) {
        this.priced = priced;
        this.source = source;
        this.target = target;
        this.supplied = supplied;
        this.allowed = allowed;
    }

    /** Returns up to so many ways, the one that gDTS would have taken first. */
    List<Way> best(int count) {
        Way start = Way.startingAt(state(source));
        if (source.equals(target)) {
            return List.of(start);
        }
        List<Way> found = new ArrayList<>();
        for (MatchLevel level : MatchLevel.values()) {
            addNew(found, direct(start, level));
            addNew(found, path(start, level).stream().toList());
        }
        return found.subList(0, Math.min(count, found.size()));
    }

    private static void addNew(List<Way> found, List<Way> ways) {
        for (Way way : ways) {
            if (found.stream().noneMatch(known -> known.units().equals(way.units()))) {
                found.add(way);
            }
        }
    }

    private List<Way> direct(Way start, MatchLevel level) {
        return onwards(start, level).stream().flatMap(way -> end(way, level).stream()).toList();
    }

    private Optional<Way> path(Way start, MatchLevel level) {
        Deque<Way> open = new ArrayDeque<>(List.of(start));
        Set<Way.State> visited = new HashSet<>(List.of(start.state()));
        while (!open.isEmpty()) {
            for (Way next : onwards(open.remove(), level)) {
                Optional<Way> end = end(next, level);
                if (end.isPresent()) {
                    return end;
                }
                if (visited.add(next.state())) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the way as it ends if it ends here: no better matched than its result is. */
    private Optional<Way> end(Way way, MatchLevel worst) {
        if (!way.state().type().equals(target.withoutParameters())) {
            return Optional.empty();
        }
        TypePattern given = way.arc().capability().links().getLast().unit().target();
        return level(given, target, worst).map(way::matchedAtBest);
    }

    private List<Way> onwards(Way way, MatchLevel worst) {
        ContentType type = way.state().type().withParameters(way.state().known());
        return priced.graph().from(way.state().type()).stream()
                .filter(arc -> arc.generality() != Generality.KIND)
                .filter(arc -> arc.capability().partners().isEmpty())
                .filter(arc ->
                        arc.capability().links().stream().allMatch(l -> l.isSupplied(supplied)))
                .filter(arc -> allowed.test(arc.capability()))
                .filter(arc -> isKnown(arc.capability().needed(), type))
                .sorted(Comparator.comparing(arc -> arc.capability().name()))
                .flatMap(arc ->
                        level(arc, type, worst).map(level -> way.then(move(arc, level))).stream())
                .toList();
    }

    private Move move(Arc arc, MatchLevel level) {
        return new Move(arc, level, state(given(arc)), arc.cost(priced.costs()), 0);
    }

    private boolean isKnown(List<String> needed, ContentType type) {
        return needed.stream()
                .allMatch(name -> type.parameters().containsKey(name) || supplied.test(name));
    }

    /** A range stands for a type as {@code *} does for a value: it supports it at best. */
    private static Optional<MatchLevel> level(Arc arc, ContentType type, MatchLevel worst) {
        MatchLevel best =
                arc.generality() == Generality.SAME ? MatchLevel.EXACT : MatchLevel.SUPPORT;
        return level(arc.capability().source(), type, worst)
                .map(level -> level.compareTo(best) < 0 ? best : level)
                .filter(level -> level.compareTo(worst) <= 0);
    }

    private static Optional<MatchLevel> level(
            TypePattern pattern, ContentType type, MatchLevel worst) {
        return MatchLevel.of(pattern, type.parameters(), Map.of())
                .filter(level -> level.compareTo(worst) <= 0);
    }

    /** Returns what an arc gives, with the parameters that its last unit states. */
    private static ContentType given(Arc arc) {
        TreeMap<String, String> stated = new TreeMap<>();
        for (Parameter p : arc.capability().links().getLast().unit().target().parameters()) {
            if (!Link.isOpen(p)) {
                stated.put(Link.fold(p.name()), p.value());
            }
        }
        return arc.target().withParameters(stated);
    }

    private static Way.State state(ContentType type) {
        return new Way.State(type.withoutParameters(), false, 0, type.parameters());
    }
}
