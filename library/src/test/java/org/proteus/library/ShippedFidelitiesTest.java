package org.proteus.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.LearnedStatistics;

class ShippedFidelitiesTest {

    /** Units without a value need options, or are of types that nobody can make a sample of. */
    private static final double MOST_OF_THEM = 0.8;

    @Test
    void areOfShippedUnitsAndOfMostOfThem() {
        LearnedStatistics statistics = new LearnedStatistics();
        ShippedFidelities.into(statistics);

        Set<UnitId> measured = statistics.fidelities().keySet();
        Set<UnitId> shipped;
        try (Knowledge knowledge = Knowledge.load(Optional.empty())) {
            shipped =
                    knowledge.registry().programs().stream()
                            .flatMap(program ->
                                    program.units().stream()
                                            .map(unit -> new UnitId(program.id(), unit.id())))
                            .collect(Collectors.toSet());
        }
        assertThat(shipped).containsAll(measured);
        assertThat((double) measured.size() / shipped.size()).isGreaterThan(MOST_OF_THEM);
    }
}
