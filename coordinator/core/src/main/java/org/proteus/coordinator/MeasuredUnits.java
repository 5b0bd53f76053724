package org.proteus.coordinator;

import java.util.Map;
import org.proteus.foundation.model.program.UnitId;

/** Takes up how much units were measured to keep of real objects. Thread-safe. */
public interface MeasuredUnits {

    /**
     * Stores measured values in place of those that are there of the same units; plans are chosen
     * by them from now on.
     *
     * @param fidelities how much each unit keeps, 0 (nothing) to 1 (everything)
     * @throws org.proteus.foundation.model.ProteusException with {@code BAD_REQUEST} for a value
     *     out of range, {@code NOT_FOUND} for a unit that is not there; then nothing is stored
     */
    void measured(Map<UnitId, Double> fidelities);
}
