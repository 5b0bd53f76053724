package org.proteus.graph;

import java.util.List;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;

/**
 * A unit that the search may use: an elementary one, or a composite with its steps resolved.
 *
 * @param id the unit
 * @param source what it takes; media type under its registered name
 * @param target media type it gives
 * @param needed lower-case names that must be known of the source, or given by the caller
 * @param links what runs, in order
 * @param loss the worst loss of any of its links
 * @param except media types and ranges that it does not take, though its source covers them
 */
record Capability(
        UnitId id,
        TypePattern source,
        ContentType target,
        List<String> needed,
        List<Link> links,
        LossClass loss,
        List<ContentType> except) {

    static Capability of(UnitId id, TransformationUnit unit, ContentType target, List<Link> links) {
        TypePattern source = unit.sources().getFirst();
        LossClass worst =
                links.stream()
                        .map(link -> link.unit().loss())
                        .max(LossClass::compareTo)
                        .orElseThrow();
        TypePattern canonical =
                new TypePattern(TypeHierarchy.canonical(source.mediaType()), source.parameters());
        List<String> needed =
                source.parameters().stream()
                        .filter(p -> p.isUnset() && !p.optional())
                        .map(p -> Link.fold(p.name()))
                        .toList();
        return new Capability(
                id, canonical, target, needed, List.copyOf(links), worst, unit.except());
    }
}
