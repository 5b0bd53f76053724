package org.proteus.policies.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final Oracle.Phase PHASE = new Oracle.Phase(100, 20, 1);
    private static final double WINDOW = 30;

    @Test
    void settlesWhenItComesNearAndStays() {
        Settling settling = settling(100, 4, 200, 30, 300, 18, 600, 19);
        assertThat(settling.after()).contains(200.0);
        assertThat(settling.changes()).isEqualTo(1);
    }

    @Test
    void beingNearForAMomentIsNotSettling() {
        assertThat(settling(100, 20, 150, 40, 500, 20).after()).contains(400.0);
    }

    @Test
    void aShortLookElsewhereIsForgiven() {
        Settling settling = settling(100, 20, 400, 10, 450, 20);
        assertThat(settling.after()).contains(0.0);
        assertThat(settling.changes()).isEqualTo(2);
    }

    @Test
    void neverSettlesFarAway() {
        assertThat(settling(100, 17, 300, 23).after()).isEmpty();
    }

    @Test
    void aNumberFromBeforeThePhaseCounts() {
        assertThat(settling(0, 21).after()).contains(0.0);
    }

    @Test
    void knowsTheWilsonInterval() {
        assertThat(Wilson.lower(95, 100)).isCloseTo(0.8882, within(1e-4));
        assertThat(Wilson.lower(500, 500)).isCloseTo(0.9924, within(1e-4));
        assertThat(Wilson.lower(0, 10)).isCloseTo(0, within(1e-12));
        assertThat(Wilson.lower(0, 0)).isZero();
    }

    private static Settling settling(int... timesAndWorkers) {
        Trace trace = new Trace();
        for (int i = 0; i < timesAndWorkers.length; i += 2) {
            trace.wants(timesAndWorkers[i], timesAndWorkers[i + 1]);
        }
        return Settling.of(trace, PHASE, 1100, WINDOW);
    }
}
