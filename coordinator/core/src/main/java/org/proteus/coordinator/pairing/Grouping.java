package org.proteus.coordinator.pairing;

import java.util.function.Consumer;
import org.proteus.data.SourceEntry;

/** One way of putting objects together, over one listing. Not thread-safe. */
interface Grouping {

    /**
     * Takes the next object, and gives what is complete now.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code TOO_LARGE} when more waits
     *     than may be kept
     */
    void take(SourceEntry entry, Consumer<Found> complete);

    /** Gives what is still incomplete at the end of the listing, each with the reason. */
    void end(Consumer<Found> incomplete);
}
