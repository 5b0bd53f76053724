package org.proteus.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jgrapht.graph.EdgeReversedGraph;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.TransformationProgram;

/**
 * What a set of programs can do: media types joined by arcs. Immutable but for what it remembers of
 * questions; thread-safe.
 */
final class PlanGraph {

    private final List<TransformationProgram> programs;
    private final List<Capability> capabilities;
    private final Set<String> telling;
    private final Graph<ContentType, Arc> graph = new DirectedWeightedPseudograph<>(Arc.class);
    private final Map<ContentType, SingleSourcePaths<ContentType, Arc>> towards =
            new ConcurrentHashMap<>();

    PlanGraph(List<TransformationProgram> programs) {
        this.programs = List.copyOf(programs);
        capabilities = new Capabilities(programs).resolve();
        telling = namesThatTell(capabilities);
        for (Capability capability : capabilities) {
            graph.addVertex(capability.target());
            if (!capability.source().mediaType().isRange()) {
                graph.addVertex(capability.source().mediaType());
            }
        }
        for (ContentType type : List.copyOf(graph.vertexSet())) {
            for (Arc arc : arcsThatTake(type)) {
                graph.addEdge(type, arc.target(), arc);
                graph.setEdgeWeight(arc, arc.cost());
            }
        }
    }

    List<TransformationProgram> programs() {
        return programs;
    }

    List<Capability> capabilities() {
        return capabilities;
    }

    /** Returns the names of source parameters on which the choice of a unit can depend. */
    Set<String> telling() {
        return telling;
    }

    /** Returns every media type that some unit takes or gives by name. */
    Set<ContentType> types() {
        return graph.vertexSet();
    }

    /** Returns the arcs that start at a type, which no program need have heard of. */
    Collection<Arc> from(ContentType type) {
        return graph.containsVertex(type) ? graph.outgoingEdgesOf(type) : arcsThatTake(type);
    }

    /** Returns the arcs that end at a type. */
    Collection<Arc> to(ContentType type) {
        return graph.containsVertex(type) ? graph.incomingEdgesOf(type) : List.of();
    }

    /**
     * Returns the least that any way from a type to a target costs; 0 when the type is not a
     * vertex, and infinity when there is no way.
     */
    double atLeast(ContentType from, ContentType target) {
        if (!graph.containsVertex(target)) {
            return Double.POSITIVE_INFINITY;
        }
        if (!graph.containsVertex(from)) {
            return 0;
        }
        return towards.computeIfAbsent(target, this::pathsTowards).getWeight(from);
    }

    boolean isProduced(ContentType target) {
        return graph.containsVertex(target) && graph.inDegreeOf(target) > 0;
    }

    private SingleSourcePaths<ContentType, Arc> pathsTowards(ContentType target) {
        return new DijkstraShortestPath<>(new EdgeReversedGraph<>(graph)).getPaths(target);
    }

    private List<Arc> arcsThatTake(ContentType type) {
        List<Arc> arcs = new ArrayList<>();
        List<ContentType> kinds = TypeHierarchy.supertypes(type);
        for (Capability capability : capabilities) {
            if (isExcepted(type, kinds, capability)) {
                continue;
            }
            generality(type, kinds, capability.source().mediaType())
                    .ifPresent(generality -> arcs.add(new Arc(capability, type, generality)));
        }
        return arcs;
    }

    /** A type that the unit names as its source is taken all the same. */
    private static boolean isExcepted(
            ContentType type, List<ContentType> kinds, Capability capability) {
        return capability.source().mediaType().isRange()
                && capability.except().stream()
                        .anyMatch(not -> generality(type, kinds, not).isPresent());
    }

    /** Whether content of a type may be given to a unit that takes another. */
    static boolean fits(ContentType type, ContentType taken) {
        return type.isRange()
                || generality(type, TypeHierarchy.supertypes(type), taken).isPresent();
    }

    private static Optional<Arc.Generality> generality(
            ContentType type, List<ContentType> kinds, ContentType taken) {
        if (taken.equals(type)) {
            return Optional.of(Arc.Generality.SAME);
        }
        if (kinds.contains(taken)) {
            return Optional.of(Arc.Generality.KIND);
        }
        if (!taken.isRange()) {
            return Optional.empty();
        }
        if (taken.type().equals(type.type())) {
            return Optional.of(Arc.Generality.RANGE);
        }
        return taken.type().equals(ContentType.ANY)
                ? Optional.of(Arc.Generality.ANY)
                : Optional.empty();
    }

    private static Set<String> namesThatTell(List<Capability> capabilities) {
        Set<String> names = new HashSet<>();
        for (Capability capability : capabilities) {
            for (Parameter declared : capability.source().parameters()) {
                if (!declared.optional() && !declared.isAny()) {
                    names.add(Link.fold(declared.name()));
                }
            }
        }
        return Set.copyOf(names);
    }
}
