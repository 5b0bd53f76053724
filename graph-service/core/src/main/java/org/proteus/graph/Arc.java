package org.proteus.graph;

import org.jgrapht.graph.DefaultWeightedEdge;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.TransformationUnit;

/**
 * A capability where it applies: an edge of the graph from one media type to another. Each arc is
 * equal to itself only.
 */
final class Arc extends DefaultWeightedEdge {

    private static final long serialVersionUID = 1L;

    /** Keeps costs whole numbers, so that equal ways are equal. */
    static final int STEP = 1000;

    /** Dearer than four lossless steps: a short detour is worth an object kept whole. */
    private static final int LOSSY = 4 * STEP;

    /** Dearer than any chain of lossy steps: last resort unless it is what was asked for. */
    private static final int STRUCTURE_LOST = 100 * STEP;

    /**
     * How far from the object's own type a unit's source is. A unit for a kind or for anything does
     * not know the type itself (a drawing is text to it), so it costs more than a lossy unit that
     * does; a unit for a range is made for its types.
     */
    enum Generality {
        SAME(0),
        KIND(4200),
        RANGE(300),
        ANY(4600);

        private final int cost;

        Generality(int cost) {
            this.cost = cost;
        }

        int cost() {
            return cost;
        }
    }

    private final transient Capability capability;
    private final transient ContentType source;
    private final Generality generality;
    private final String name;

    Arc(Capability capability, ContentType source, Generality generality) {
        this.capability = capability;
        this.source = source;
        this.generality = generality;
        this.name = capability.id().toString();
    }

    /** Returns the name of its unit. */
    String name() {
        return name;
    }

    Capability capability() {
        return capability;
    }

    ContentType source() {
        return source;
    }

    ContentType target() {
        return capability.target();
    }

    Generality generality() {
        return generality;
    }

    /** Returns what it costs at the best match of parameters. */
    int cost() {
        return generality.cost
                + capability.links().stream().mapToInt(link -> cost(link.unit())).sum();
    }

    private static int cost(TransformationUnit unit) {
        return STEP + lossCost(unit.loss());
    }

    private static int lossCost(LossClass loss) {
        return switch (loss) {
            case LOSSLESS -> 0;
            case LOSSY -> LOSSY;
            case STRUCTURE_LOST -> STRUCTURE_LOST;
        };
    }
}
