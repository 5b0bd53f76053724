package org.proteus.graph;

import java.util.HashMap;
import java.util.Map;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.traverse.ClosestFirstIterator;
import org.proteus.foundation.model.ContentType;

/**
 * How far a target is from the types around it, looked up no farther out than was asked for:
 * Dijkstra from the target against the edges, which goes on where it stopped. Thread-safe.
 */
final class Surroundings {

    /**
     * How much farther out to look for the sake of other ways than the best: twice, and a detour.
     */
    private static final double FARTHER = 2;

    private static final double DETOUR = 5 * Price.POINT;

    private final ClosestFirstIterator<ContentType, TypeGraph.Hop> closestFirst;
    private final Map<ContentType, Double> settled = new HashMap<>();
    private double radius;

    Surroundings(TypeGraph types, ContentType target) {
        closestFirst = new ClosestFirstIterator<>(new EdgeReversedGraph<>(types), target);
    }

    /**
     * Returns lower bounds for ways from a type. Beyond the radius in which they are known they are
     * the radius, so that they fit each other: no step makes them fall by more than it costs.
     */
    synchronized PricedGraph.Distances within(ContentType from, boolean onlyBest) {
        while (!settled.containsKey(from) && closestFirst.hasNext()) {
            settle();
        }
        double wanted = settled.getOrDefault(from, Double.POSITIVE_INFINITY);
        if (!onlyBest) {
            wanted = wanted * FARTHER + DETOUR;
            while (radius < wanted && closestFirst.hasNext()) {
                settle();
            }
        }
        double known = closestFirst.hasNext() ? Math.min(wanted, radius) : Double.POSITIVE_INFINITY;
        return type -> Math.min(known, distance(type));
    }

    private synchronized double distance(ContentType type) {
        return settled.getOrDefault(type, Double.POSITIVE_INFINITY);
    }

    private void settle() {
        ContentType next = closestFirst.next();
        radius = closestFirst.getShortestPathLength(next);
        settled.put(next, radius);
    }
}
