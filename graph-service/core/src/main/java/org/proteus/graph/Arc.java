package org.proteus.graph;

import org.proteus.foundation.model.ContentType;

/**
 * A capability where it applies.
 *
 * @param capability what can be done
 * @param source the type that it is done to
 * @param generality how far what the capability takes is from that type
 */
record Arc(Capability capability, ContentType source, Generality generality) {

    ContentType target() {
        return capability.target();
    }

    /** Returns what it costs at the best match of parameters, in thousandths of a point. */
    int cost(Costs costs) {
        return generality.cost() + costs.of(capability).total();
    }
}
