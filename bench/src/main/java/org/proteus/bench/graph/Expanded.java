package org.proteus.bench.graph;

import java.util.List;
import java.util.Optional;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.AllDirectedPaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;

/**
 * The baselines: the same units as a plain graph of JGraphT in which a unit for a family is an edge
 * from each of its types. It knows no options, no parameters and no rules.
 */
final class Expanded {

    /**
     * The original enumerated all simple paths; longer ones than this end in no time that matters.
     */
    private static final int LONGEST = 3;

    private final Graph<ContentType, DefaultWeightedEdge> graph =
            new DirectedWeightedPseudograph<>(DefaultWeightedEdge.class);

    Expanded(List<ContentType> types, List<TransformationProgram> programs) {
        types.forEach(graph::addVertex);
        for (TransformationProgram program : programs) {
            for (TransformationUnit unit : program.units()) {
                ContentType source = unit.sources().getFirst().mediaType();
                if (!source.isRange()) {
                    add(source, unit);
                } else {
                    types.stream().filter(type -> covers(source, type)).forEach(t -> add(t, unit));
                }
            }
        }
    }

    int edges() {
        return graph.edgeSet().size();
    }

    /** Returns the length of the shortest path by Dijkstra. */
    Optional<Double> dijkstra(ContentType from, ContentType to) {
        return Optional.ofNullable(new DijkstraShortestPath<>(graph).getPath(from, to))
                .map(GraphPath::getWeight);
    }

    /** Returns the length of the shortest path found by enumerating all simple ones. */
    Optional<Double> enumeration(ContentType from, ContentType to) {
        return new AllDirectedPaths<>(graph)
                .getAllPaths(from, to, true, LONGEST).stream()
                        .map(GraphPath::getWeight)
                        .min(Double::compare);
    }

    /** Returns how many types Dijkstra reaches. */
    long reachable(ContentType from) {
        var paths = new DijkstraShortestPath<>(graph).getPaths(from);
        return graph.vertexSet().stream().filter(type -> paths.getPath(type) != null).count();
    }

    private void add(ContentType from, TransformationUnit unit) {
        DefaultWeightedEdge edge = graph.addEdge(from, unit.target().mediaType());
        graph.setEdgeWeight(edge, 1 + loss(unit.loss()));
    }

    private static boolean covers(ContentType range, ContentType type) {
        return range.type().equals("*") || range.type().equals(type.type());
    }

    private static int loss(LossClass loss) {
        return switch (loss) {
            case LOSSLESS -> 0;
            case LOSSY -> 4;
            case STRUCTURE_LOST -> 100;
        };
    }
}
