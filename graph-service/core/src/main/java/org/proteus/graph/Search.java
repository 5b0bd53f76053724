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

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::estimate)
                    .thenComparingInt(candidate -> candidate.way.arcs())
                    .thenComparing(candidate -> candidate.way.names());

    /**
     * Ways that only add to a better one are passed over; so many are looked at for each wanted.
     */
    private static final int LOOKED_AT = 4;

    private record Candidate(Way way, double estimate) {}

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
        PricedGraph.Distances left = priced.towards(target);
        int visitsAllowed = count == 1 ? 1 : count * LOOKED_AT;
        Map<Way.State, Integer> visits = new HashMap<>();
        List<Way> found = new ArrayList<>();
        PriorityQueue<Candidate> open = new PriorityQueue<>(BEST_FIRST);
        open.add(new Candidate(stepping.start(target), 0));
        int ends = 0;
        while (!open.isEmpty() && found.size() < count && ends < visitsAllowed) {
            Way way = open.remove().way;
            if (visits.merge(way.state(), 1, Integer::sum) > visitsAllowed) {
                continue;
            }
            if (stepping.isEnd(way, target)) {
                ends++;
                if (found.stream().noneMatch(better -> isWithin(better, way))) {
                    found.add(way);
                }
                if (way.isEmpty()) {
                    return found;
                }
                continue;
            }
            for (Way next : stepping.onwards(way, target)) {
                double least = left.from(next.state().type());
                if (Double.isFinite(least)) {
                    open.add(new Candidate(next, next.cost() + least));
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
        Way start = stepping.start(stepping.source());
        open.add(new Candidate(start, 0));
        while (!open.isEmpty()) {
            Way way = open.remove().way;
            if (visited.add(way.state())) {
                types.add(way.state().type());
                for (Way next : stepping.onwards(way, way.state().type())) {
                    if (!visited.contains(next.state())) {
                        open.add(new Candidate(next, next.cost()));
                    }
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
