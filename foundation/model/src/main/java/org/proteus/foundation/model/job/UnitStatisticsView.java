package org.proteus.foundation.model.job;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.program.UnitId;

/**
 * What was learned of a unit.
 *
 * @param unit the unit
 * @param fidelity how much of an object it was measured to keep, 0 (nothing) to 1 (everything);
 *     absent when nobody measured
 * @param sizes what its runs told, by size of their inputs, smallest first
 */
public record UnitStatisticsView(
        UnitId unit, Optional<Double> fidelity, List<SizeStatisticsView> sizes) {

    public UnitStatisticsView {
        sizes = List.copyOf(sizes);
    }
}
