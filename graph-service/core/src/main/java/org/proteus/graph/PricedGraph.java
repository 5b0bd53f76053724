package org.proteus.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.proteus.foundation.model.ContentType;

/** A graph with what its units cost on objects of one size. Thread-safe. */
final class PricedGraph {

    /** So many distances are remembered, some 100 bytes each. */
    private static final int MOST_DISTANCES = 100_000;

    private static final int FEWEST_TARGETS = 8;

    private final PlanGraph graph;
    private final Costs costs;
    private final TypeGraph types;
    private final Map<ContentType, Surroundings> known;

    PricedGraph(PlanGraph graph, Costs costs) {
        this.graph = graph;
        this.costs = costs;
        this.types = new TypeGraph(graph.index(), costs);
        int vertices = Math.max(1, graph.index().given().size());
        int most = Math.max(FEWEST_TARGETS, MOST_DISTANCES / vertices);
        this.known =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<ContentType, Surroundings> eldest) {
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

    /**
     * Returns what any way to a target costs at least.
     *
     * @param from where ways begin
     * @param onlyBest whether the best way alone is wanted; others are found faster when distances
     *     are known farther out
     */
    Distances towards(ContentType target, ContentType from, boolean onlyBest) {
        if (!types.containsVertex(target)) {
            return _ -> Double.POSITIVE_INFINITY;
        }
        return around(target).within(from, onlyBest);
    }

    private Surroundings around(ContentType target) {
        synchronized (known) {
            return known.computeIfAbsent(target, t -> new Surroundings(types, t));
        }
    }

    /** The least that is left to pay. */
    interface Distances {

        /** Returns the least that any way from a type costs; infinity when there is none. */
        double from(ContentType type);
    }
}
