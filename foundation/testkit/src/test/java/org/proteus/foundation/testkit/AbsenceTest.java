package org.proteus.foundation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AbsenceTest {

    @Test
    void skipsOnADevelopersMachine() {
        assertThat(Absence.in(Map.of())).isEqualTo(Absence.SKIPS);
    }

    @Test
    void failsInContinuousIntegration() {
        assertThat(Absence.in(Map.of("CI", "true"))).isEqualTo(Absence.FAILS);
    }
}
