package org.proteus.coordinator.store;

/** Where a node is in its life. */
public enum NodePhase {
    /** Its row is written; the provider was perhaps asked for a machine. */
    ORDERED,
    /** The provider made a machine, whose worker was not heard of yet. */
    BOOTING,
    /** Its worker has registered. */
    JOINED,
    /** Its worker shall finish what it has and take no more. */
    DRAINING,
    /** Its machine is ended; nobody may act for its worker any more. */
    ENDING;

    /** Whether it counts as a worker that stays. */
    public boolean stays() {
        return this == ORDERED || this == BOOTING || this == JOINED;
    }
}
