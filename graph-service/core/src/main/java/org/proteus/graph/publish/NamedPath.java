package org.proteus.graph.publish;

import org.proteus.foundation.model.program.UnitId;

/**
 * A unit that stands for a path.
 *
 * @param unit the unit; pinning it means exactly that path
 * @param published whether it was published as a name; false when the path is one unit, which has a
 *     name already
 */
public record NamedPath(UnitId unit, boolean published) {}
