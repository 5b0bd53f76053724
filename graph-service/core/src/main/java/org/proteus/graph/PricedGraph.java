package org.proteus.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.EdgeReversedGraph;
import org.proteus.foundation.model.ContentType;

/** A graph with what its units cost on objects of one size. Thread-safe. */
final class PricedGraph {

    /** So many distances are remembered, some 100 bytes each. */
    private static final int MOST_DISTANCES = 100_000;

    private static final int FEWEST_TARGETS = 8;

    private final PlanGraph graph;
    private final Costs costs;
    private final TypeGraph types;
    private final Map<ContentType, SingleSourcePaths<ContentType, TypeGraph.Hop>> towards;

    PricedGraph(PlanGraph graph, Costs costs) {
        this.graph = graph;
        this.costs = costs;
        this.types = new TypeGraph(graph.index(), costs);
        int vertices = Math.max(1, graph.index().given().size());
        int most = Math.max(FEWEST_TARGETS, MOST_DISTANCES / vertices);
        this.towards =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<ContentType, SingleSourcePaths<ContentType, TypeGraph.Hop>>
                                    eldest) {
                        return size() > most;
                    }
                };
    }

    PlanGraph graph() {
        return graph;
    }

    Costs costs() {
        return costs;
    }

    /** Returns what any way to a target costs at least, from each type that some unit gives. */
    Distances towards(ContentType target) {
        if (!types.containsVertex(target)) {
            return _ -> Double.POSITIVE_INFINITY;
        }
        synchronized (towards) {
            SingleSourcePaths<ContentType, TypeGraph.Hop> known = towards.get(target);
            if (known != null) {
                return known::getWeight;
            }
        }
        SingleSourcePaths<ContentType, TypeGraph.Hop> paths =
                new DijkstraShortestPath<>(new EdgeReversedGraph<>(types)).getPaths(target);
        synchronized (towards) {
            towards.put(target, paths);
        }
        return paths::getWeight;
    }

    /** The least that is left to pay. */
    interface Distances {

        /** Returns the least that any way from a type costs; infinity when there is none. */
        double from(ContentType type);
    }
}
