package org.proteus.coordinator.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TotalsTest {

    @Test
    void whatTakesLongIsUsedLonger() {
        assertThat(Totals.holds(Duration.ofMillis(50).toNanos()))
                .isEqualTo(Duration.ofMillis(500).toNanos());
    }

    @Test
    void aDatabaseThatStoodStillDoesNotMakeSumsOldForMinutes() {
        assertThat(Totals.holds(Duration.ofSeconds(30).toNanos()))
                .isEqualTo(Duration.ofSeconds(5).toNanos());
    }
}
