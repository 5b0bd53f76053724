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
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.UnitId;

/**
 * Finds the cheapest ways of one question, best first. Costs are never negative and the estimate
 * never exceeds what is left (A*), so ways come out in the order of their cost; ways of equal cost
 * with the fewest arcs first, then by name.
 */
final class Search {

    private static final Comparator<Way> NEAREST_FIRST =
            Comparator.comparingInt(Way::cost)
                    .thenComparingInt(Way::arcs)
                    .thenComparing(way -> way.state().type().toString());

    /**
     * Ways that only add to a better one are passed over; so many are looked at for each wanted.
     */
    private static final int LOOKED_AT = 4;

    private final PricedGraph priced;
    private final Stepping stepping;

    Search(PricedGraph priced, Stepping stepping) {
        this.priced = priced;
        this.stepping = stepping;
    }

    /**
     * Returns up to so many ways to a media type that fulfil every demand and really differ, best
     * first; the first has no arcs when the object is that already. A way that does all that a
     * better one does, and more, is no other way.
     */
    List<Way> best(ContentType wanted, int count) {
        ContentType target = wanted.withoutParameters();
        Way start = stepping.start(target);
        if (stepping.isEnd(start, target)) {
            return List.of(start);
        }
        boolean first = count == 1 && !stepping.forbidsPlans();
        int visitsAllowed = first ? 1 : count * LOOKED_AT;
        Moves moves = new Moves(stepping, target, priced.towards(target, stepping.source(), first));
        Map<Way.State, Integer> visits = new HashMap<>();
        List<Way> found = new ArrayList<>();
        PriorityQueue<Candidate> open = new PriorityQueue<>();
        Candidate.first(start, moves.from(start)).ifPresent(open::add);
        for (int ends = 0; !open.isEmpty() && found.size() < count && ends < visitsAllowed; ) {
            Candidate best = open.remove();
            best.next().ifPresent(open::add);
            Way way = best.way();
            if (best.leadsBack() || visits.merge(way.state(), 1, Integer::sum) > visitsAllowed) {
                continue;
            }
            if (stepping.isEnd(way, target)) {
                ends++;
                if (found.stream().noneMatch(better -> isWithin(better, way))) {
                    found.add(way);
                }
            } else {
                Candidate.first(way, moves.from(way)).ifPresent(open::add);
            }
        }
        return found;
    }

    /** Returns every media type that can be reached, nearest first, without the source's own. */
    List<ContentType> reachable() {
        Map<Way.State, Integer> nearest = new HashMap<>();
        // What was reached with its structure whole goes wherever it would go without.
        Set<Way.State> whole = new HashSet<>();
        Set<ContentType> types = new LinkedHashSet<>();
        PriorityQueue<Way> open = new PriorityQueue<>(NEAREST_FIRST);
        open.add(stepping.start(stepping.source()));
        while (!open.isEmpty()) {
            Way way = open.remove();
            if (way.cost() > nearest.getOrDefault(way.state(), Integer.MAX_VALUE)
                    || whole.contains(way.state().withoutLoss())) {
                continue;
            }
            if (!way.state().structureLost()) {
                whole.add(way.state());
            }
            types.add(way.state().type());
            for (Move move : stepping.moves(way, way.state().type(), _ -> 0)) {
                int cost = way.cost() + move.price();
                if (cost < nearest.getOrDefault(move.reached(), Integer.MAX_VALUE)) {
                    nearest.put(move.reached(), cost);
                    open.add(way.then(move));
                }
            }
        }
        types.remove(stepping.source());
        return List.copyOf(types);
    }

    /** Whether all units of one way are in another, in that order. */
    private static boolean isWithin(Way better, Way way) {
        List<UnitId> units = way.links().stream().map(Link::id).toList();
        int at = 0;
        for (Link link : better.links()) {
            while (at < units.size() && !units.get(at).equals(link.id())) {
                at++;
            }
            at++;
        }
        return at <= units.size();
    }
}
