package org.proteus.cli.measure;

import java.util.List;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.UnitId;

/**
 * A source and a target with the plans between them.
 *
 * @param samples objects of the source type
 * @param target the type to make
 * @param plans the plan that is chosen first, then those that are not
 */
record Pair(List<Sample> samples, ContentType target, List<List<UnitId>> plans) {

    String name() {
        return samples.getFirst().type().mediaType() + " -> " + target;
    }

    String kinds() {
        return samples.getFirst().kind() + " " + Kind.of(target);
    }
}
