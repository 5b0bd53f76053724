package org.proteus.graph;

import java.util.Optional;
import java.util.OptionalDouble;
import org.proteus.foundation.model.program.UnitId;

/** What is known of units from running and measuring them. Thread-safe. */
public interface UnitStatistics {

    /** Knows nothing: costs are what documents declare. */
    UnitStatistics NONE =
            new UnitStatistics() {
                @Override
                public long edition() {
                    return 0;
                }

                @Override
                public Optional<UnitEstimate> estimate(UnitId unit, SizeClass size) {
                    return Optional.empty();
                }

                @Override
                public OptionalDouble fidelity(UnitId unit) {
                    return OptionalDouble.empty();
                }
            };

    /** Returns a number that grows whenever something changed enough for plans to be made anew. */
    long edition();

    /** Returns what is known of runs on objects of that size, or of the size nearest to it. */
    Optional<UnitEstimate> estimate(UnitId unit, SizeClass size);

    /**
     * Returns how much of an object a unit was measured to keep, 0 (nothing) to 1 (everything);
     * empty when nobody measured.
     */
    OptionalDouble fidelity(UnitId unit);
}
