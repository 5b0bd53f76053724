package org.proteus.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.proteus.foundation.model.ContentType;

/**
 * The capabilities of a {@link PlanGraph} as a graph of JGraphT, read-only. Vertices are media
 * types and the ranges that units take; edges are capabilities, and the steps from a type to its
 * range or to what it is a kind of. Ranges being vertices, a unit for all images is one edge, not
 * one for each image type.
 *
 * <p>It promises no more than is possible: what a capability excepts is left out of account, and so
 * are parameters. Units for objects of any type are no edges, because they take the object itself
 * and nothing on the way. So the length of a path is the least that any way costs. Thread-safe.
 */
final class TypeGraph extends AbstractGraph<ContentType, TypeGraph.Hop> {

    private static final ContentType ANYTHING = ContentType.of(ContentType.ANY, ContentType.ANY);

    private static final GraphType TYPE =
            new DefaultGraphType.Builder(true, false)
                    .weighted(true)
                    .allowMultipleEdges(true)
                    .allowSelfLoops(true)
                    .allowCycles(true)
                    .modifiable(false)
                    .build();

    /** An edge; each is equal to itself only. */
    static final class Hop {

        private final ContentType from;
        private final ContentType to;
        private final int cost;

        private Hop(ContentType from, ContentType to, int cost) {
            this.from = from;
            this.to = to;
            this.cost = cost;
        }
    }

    private final CapabilityIndex index;
    private final Costs costs;
    private final Map<ContentType, Set<Hop>> incoming = new ConcurrentHashMap<>();

    TypeGraph(CapabilityIndex index, Costs costs) {
        this.index = index;
        this.costs = costs;
    }

    @Override
    public Set<Hop> incomingEdgesOf(ContentType type) {
        return incoming.computeIfAbsent(type, this::hopsInto);
    }

    private Set<Hop> hopsInto(ContentType type) {
        Set<Hop> hops = new HashSet<>();
        for (Capability capability : index.giving(type)) {
            ContentType from = capability.source().mediaType();
            if (!from.equals(ANYTHING)) {
                hops.add(new Hop(from, type, costs.of(capability).total()));
            }
        }
        int step = (type.isRange() ? Generality.RANGE : Generality.KIND).cost();
        for (ContentType below : index.givenBelow(type)) {
            hops.add(new Hop(below, type, step));
        }
        return Collections.unmodifiableSet(hops);
    }

    @Override
    public Set<Hop> outgoingEdgesOf(ContentType type) {
        Set<Hop> hops = new HashSet<>();
        edgeSet().stream().filter(hop -> hop.from.equals(type)).forEach(hops::add);
        return hops;
    }

    @Override
    public Set<ContentType> vertexSet() {
        Set<ContentType> vertices = new HashSet<>(index.given());
        vertices.addAll(index.taken());
        vertices.remove(ANYTHING);
        return vertices;
    }

    @Override
    public boolean containsVertex(ContentType type) {
        return index.isKnown(type) && !type.equals(ANYTHING);
    }

    @Override
    public Set<Hop> edgeSet() {
        Set<Hop> hops = new HashSet<>();
        vertexSet().forEach(type -> hops.addAll(incomingEdgesOf(type)));
        return hops;
    }

    @Override
    public Set<Hop> edgesOf(ContentType type) {
        Set<Hop> hops = new HashSet<>(incomingEdgesOf(type));
        hops.addAll(outgoingEdgesOf(type));
        return hops;
    }

    @Override
    public int degreeOf(ContentType type) {
        return edgesOf(type).size();
    }

    @Override
    public int inDegreeOf(ContentType type) {
        return incomingEdgesOf(type).size();
    }

    @Override
    public int outDegreeOf(ContentType type) {
        return outgoingEdgesOf(type).size();
    }

    @Override
    public Set<Hop> getAllEdges(ContentType from, ContentType to) {
        Set<Hop> hops = new HashSet<>(incomingEdgesOf(to));
        hops.removeIf(hop -> !hop.from.equals(from));
        return hops;
    }

    @Override
    public Hop getEdge(ContentType from, ContentType to) {
        return getAllEdges(from, to).stream().findFirst().orElse(null);
    }

    @Override
    public boolean containsEdge(Hop hop) {
        return getAllEdges(hop.from, hop.to).stream().anyMatch(other -> other.cost == hop.cost);
    }

    @Override
    public ContentType getEdgeSource(Hop hop) {
        return hop.from;
    }

    @Override
    public ContentType getEdgeTarget(Hop hop) {
        return hop.to;
    }

    @Override
    public double getEdgeWeight(Hop hop) {
        return hop.cost;
    }

    @Override
    public GraphType getType() {
        return TYPE;
    }

    @Override
    public Supplier<ContentType> getVertexSupplier() {
        return null;
    }

    @Override
    public Supplier<Hop> getEdgeSupplier() {
        return null;
    }

    @Override
    public Hop addEdge(ContentType from, ContentType to) {
        throw readOnly();
    }

    @Override
    public boolean addEdge(ContentType from, ContentType to, Hop hop) {
        throw readOnly();
    }

    @Override
    public ContentType addVertex() {
        throw readOnly();
    }

    @Override
    public boolean addVertex(ContentType type) {
        throw readOnly();
    }

    @Override
    public Hop removeEdge(ContentType from, ContentType to) {
        throw readOnly();
    }

    @Override
    public boolean removeEdge(Hop hop) {
        throw readOnly();
    }

    @Override
    public boolean removeVertex(ContentType type) {
        throw readOnly();
    }

    @Override
    public void setEdgeWeight(Hop hop, double weight) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the graph of types is made of programs alone");
    }
}
