package org.proteus.graph;

import java.util.List;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;

/**
 * A unit that the search may use: an elementary one, or a composite with its steps resolved.
 *
 * @param id the unit
 * @param source what it takes; media type under its registered name
 * @param target media type it gives
 * @param links what runs, in order
 * @param loss the worst loss of any of its links
 */
record Capability(
        UnitId id, TypePattern source, ContentType target, List<Link> links, LossClass loss) {

    static Capability of(UnitId id, TypePattern source, ContentType target, List<Link> links) {
        LossClass worst =
                links.stream()
                        .map(link -> link.unit().loss())
                        .max(LossClass::compareTo)
                        .orElseThrow();
        TypePattern canonical =
                new TypePattern(TypeHierarchy.canonical(source.mediaType()), source.parameters());
        return new Capability(id, canonical, target, List.copyOf(links), worst);
    }
}
