package org.proteus.graph;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;

/**
 * How far from a type what a unit takes is. A unit for a kind or for anything does not know the
 * type itself (a drawing is text to it), so it costs more than a lossy unit that does; a unit for a
 * range is made for its types.
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

    /** Returns what it adds to a cost, in thousandths of a point. */
    int cost() {
        return cost;
    }

    /**
     * Returns how far what is taken is from a type; empty when it does not cover the type.
     *
     * @param kinds what the type is a kind of
     */
    static Optional<Generality> of(ContentType type, List<ContentType> kinds, ContentType taken) {
        if (taken.equals(type)) {
            return Optional.of(SAME);
        }
        if (kinds.contains(taken)) {
            return Optional.of(KIND);
        }
        if (!taken.isRange()) {
            return Optional.empty();
        }
        if (taken.type().equals(type.type())) {
            return Optional.of(RANGE);
        }
        return taken.type().equals(ContentType.ANY) ? Optional.of(ANY) : Optional.empty();
    }

    /** Whether content of a type may be given to a unit that takes another. */
    static boolean fits(ContentType type, ContentType taken) {
        return type.isRange() || of(type, TypeHierarchy.supertypes(type), taken).isPresent();
    }
}
