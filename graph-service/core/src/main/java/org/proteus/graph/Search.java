package org.proteus.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.UnitId;

/**
 * Finds the cheapest ways of one question, best first. Costs are never negative and the estimate
 * never exceeds what is left (A*), so ways come out in the order of their cost; ways of equal cost
 * with the fewest arcs first, then by name.
 */
final class Search {

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::estimate)
                    .thenComparingInt(candidate -> candidate.way.arcs())
                    .thenComparing(candidate -> candidate.way.names());

    private record Candidate(Way way, double estimate) {}

    private final PlanGraph graph;
    private final Wishes wishes;
    private final Predicate<String> supplied;
    private final Predicate<Capability> allowed;
    private final ContentType source;
    private final Map<String, String> attributes;

    /**
     * @param source type of the object, under its registered name
     * @param attributes what probing found
     * @param wishes what the way must fulfil beside the media type
     * @param supplied whether the caller gives a value of that lower-case name
     * @param allowed which units may be used
     */
    Search(
            PlanGraph graph,
            ContentType source,
            Map<String, String> attributes,
            Wishes wishes,
            Predicate<String> supplied,
            Predicate<Capability> allowed) {
        this.graph = graph;
        this.source = source;
        this.attributes = attributes;
        this.wishes = wishes;
        this.supplied = supplied;
        this.allowed = allowed;
    }

    /**
     * Returns up to so many ways to a media type that fulfil every wish, best first; the first has
     * no arcs when the object is that already.
     */
    List<Way> best(ContentType wanted, int count) {
        ContentType target = wanted.withoutParameters();
        Map<Way.State, Integer> visits = new HashMap<>();
        Set<List<UnitId>> chains = new HashSet<>();
        List<Way> found = new ArrayList<>();
        PriorityQueue<Candidate> open = new PriorityQueue<>(BEST_FIRST);
        open.add(new Candidate(start(target), 0));
        while (!open.isEmpty() && found.size() < count) {
            Way way = open.remove().way;
            if (visits.merge(way.state(), 1, Integer::sum) > count) {
                continue;
            }
            if (isGoal(way, target)) {
                if (chains.add(way.links().stream().map(Link::id).toList())) {
                    found.add(way);
                }
                if (way.arc() == null) {
                    return found;
                }
                continue;
            }
            for (Way next : onwards(way)) {
                double left = graph.atLeast(next.state().type(), target);
                if (Double.isFinite(left)) {
                    open.add(new Candidate(next, next.cost() + left));
                }
            }
        }
        return found;
    }

    /** Returns every media type that can be reached, nearest first, without the source's own. */
    List<ContentType> reachable() {
        Set<Way.State> visited = new HashSet<>();
        Set<ContentType> types = new LinkedHashSet<>();
        PriorityQueue<Candidate> open = new PriorityQueue<>(BEST_FIRST);
        open.add(new Candidate(start(source), 0));
        while (!open.isEmpty()) {
            Way way = open.remove().way;
            if (visited.add(way.state())) {
                types.add(way.state().type());
                onwards(way).forEach(next -> open.add(new Candidate(next, next.cost())));
            }
        }
        types.remove(source.withoutParameters());
        return List.copyOf(types);
    }

    private Way start(ContentType target) {
        ContentType type = source.withoutParameters();
        Map<String, String> known = known();
        boolean same = type.equals(target);
        return Way.startingAt(
                new Way.State(
                        type,
                        false,
                        wishes.fulfilledBy(known) & (same ? -1 : wishesOfTarget()),
                        telling(known)));
    }

    /** Returns what is known of the object; its type is believed more than what was probed. */
    private Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        attributes.forEach((name, value) -> known.put(Link.fold(name), value));
        known.putAll(source.parameters());
        return known;
    }

    private int wishesOfTarget() {
        int bits = 0;
        for (int i = 0; i < wishes.all().size(); i++) {
            bits |= wishes.all().get(i).onTarget() ? 1 << i : 0;
        }
        return bits;
    }

    private boolean isGoal(Way way, ContentType target) {
        return way.state().type().equals(target) && way.state().fulfilled() == wishes.everything();
    }

    private List<Way> onwards(Way way) {
        List<Way> ways = new ArrayList<>();
        for (Arc arc : graph.from(way.state().type())) {
            if (allowed.test(arc.capability()) && isSensible(way, arc) && isSupplied(way, arc)) {
                boolean first = way.arc() == null;
                MatchLevel.of(
                                arc.capability().source(),
                                first ? source.parameters() : way.state().known(),
                                first ? attributes : Map.of())
                        .ifPresent(level -> go(way, arc, level, ways));
            }
        }
        return ways;
    }

    private void go(Way way, Arc arc, MatchLevel level, List<Way> ways) {
        Way.State reached = reached(way.state(), arc);
        if (!way.hasBeenAt(reached)) {
            ways.add(way.then(arc, level, reached, arc.cost() + level.cost()));
        }
    }

    /**
     * A unit for objects of any type takes the object itself, not a result on the way. What has
     * lost its structure does not become a document again: a text or a picture made of one stays
     * among its like, unless nothing is lost in the change (packing).
     */
    private static boolean isSensible(Way way, Arc arc) {
        if (way.arc() != null && arc.generality() == Arc.Generality.ANY) {
            return false;
        }
        return !way.state().structureLost()
                || arc.capability().loss() == LossClass.LOSSLESS
                || arc.source().type().equals(arc.target().type());
    }

    private boolean isSupplied(Way way, Arc arc) {
        for (String name : arc.capability().needed()) {
            boolean known =
                    way.state().known().containsKey(name)
                            || (way.arc() == null && known().containsKey(name));
            if (!known && !supplied.test(name)) {
                return false;
            }
        }
        for (Link link : arc.capability().links()) {
            if (!link.isSupplied(supplied)) {
                return false;
            }
        }
        return true;
    }

    private Way.State reached(Way.State before, Arc arc) {
        ContentType type = before.type();
        int fulfilled = before.fulfilled();
        Map<String, String> known = before.known();
        for (Link link : arc.capability().links()) {
            fulfilled = wishes.after(link, type, fulfilled);
            known = knownAfter(link, type, known, fulfilled);
            type = link.target();
        }
        boolean lost =
                before.structureLost() || arc.capability().loss() == LossClass.STRUCTURE_LOST;
        return new Way.State(type, lost, fulfilled, known);
    }

    private Map<String, String> knownAfter(
            Link link, ContentType type, Map<String, String> before, int fulfilled) {
        if (graph.telling().isEmpty()) {
            return Map.of();
        }
        TreeMap<String, String> known = new TreeMap<>();
        before.forEach((name, value) -> {
            if (link.keeps(name, type)) {
                known.put(name, value);
            }
        });
        link.unit().target().parameters().stream()
                .filter(p -> !Link.isOpen(p))
                .forEach(p -> known.put(Link.fold(p.name()), p.value()));
        for (int i = 0; i < wishes.all().size(); i++) {
            Wish wish = wishes.all().get(i);
            if ((fulfilled & 1 << i) != 0 && link.honoursOnTarget(wish)) {
                known.put(wish.name(), wish.value());
            }
        }
        return telling(known);
    }

    private Map<String, String> telling(Map<String, String> known) {
        TreeMap<String, String> kept = new TreeMap<>(known);
        kept.keySet().retainAll(graph.telling());
        return kept;
    }
}
