package org.proteus.graph;

import java.util.List;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;

/**
 * A unit that the search may use: an elementary one, or a composite with its steps resolved. Each
 * is equal to itself only.
 */
final class Capability {

    private final UnitId id;
    private final String name;
    private final TransformationUnit unit;
    private final TypePattern source;
    private final List<TypePattern> partners;
    private final ContentType target;
    private final List<String> needed;
    private final List<Link> links;
    private final LossClass loss;
    private final Price declared;

    /** Takes a unit with what runs for it, in order. */
    Capability(UnitId id, TransformationUnit unit, List<Link> links) {
        this.id = id;
        this.name = id.toString();
        this.unit = unit;
        this.links = List.copyOf(links);
        List<TypePattern> sources = unit.sources().stream().map(Capability::canonical).toList();
        source = sources.getFirst();
        partners = sources.subList(1, sources.size());
        target = SharedTypes.canonical(unit.target().mediaType());
        needed =
                source.parameters().stream()
                        .filter(p -> p.isUnset() && !p.optional())
                        .map(p -> Link.fold(p.name()))
                        .toList();
        loss =
                links.stream()
                        .map(link -> link.unit().loss())
                        .max(LossClass::compareTo)
                        .orElseThrow();
        declared = links.stream().map(Price::declared).reduce(Price.NOTHING, Price::plus);
    }

    private static TypePattern canonical(TypePattern declared) {
        return new TypePattern(SharedTypes.canonical(declared.mediaType()), declared.parameters());
    }

    UnitId id() {
        return id;
    }

    TransformationUnit unit() {
        return unit;
    }

    /** Returns the text of its id. */
    String name() {
        return name;
    }

    /** Returns what it takes; media type under its registered name. */
    TypePattern source() {
        return source;
    }

    /** Returns what further objects it takes, in order; mostly none. */
    List<TypePattern> partners() {
        return partners;
    }

    /** Returns the media type that it gives. */
    ContentType target() {
        return target;
    }

    /** Returns lower-case names that must be known of the source, or given by the caller. */
    List<String> needed() {
        return needed;
    }

    /** Returns what runs, in order. */
    List<Link> links() {
        return links;
    }

    /** Returns the worst loss of any of its links. */
    LossClass loss() {
        return loss;
    }

    /** Returns media types and ranges that it does not take, though its source covers them. */
    List<ContentType> except() {
        return unit.except();
    }

    /** Returns the largest input it takes, in bytes; 0 when it says nothing. */
    long maxInputBytes() {
        long own = unit.limits().maxInputBytes();
        return own > 0 ? own : links.getFirst().unit().limits().maxInputBytes();
    }

    /** Returns what it costs as far as documents tell. */
    Price declared() {
        return declared;
    }

    boolean isComposite() {
        return unit.isComposite();
    }

    @Override
    public String toString() {
        return name;
    }
}
