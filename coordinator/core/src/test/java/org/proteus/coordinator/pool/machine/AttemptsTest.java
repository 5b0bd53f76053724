package org.proteus.coordinator.pool.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Pauses between machines, by a clock that stands still until it is set. */
class AttemptsTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    private final Attempts attempts = new Attempts(Duration.ofMinutes(1), clock::get);

    /** Returns how long it takes until the next machine may be asked for. */
    private Duration pause() {
        Duration passed = Duration.ZERO;
        while (!attempts.allowed()) {
            clock.addAndGet(Duration.ofMillis(500).toNanos());
            passed = passed.plusMillis(500);
        }
        return passed;
    }

    @Test
    void thePauseGrowsWhileTheProviderMakesNoMachine() {
        MachineException failure = new MachineException(MachineException.Reason.FAILED, "no");
        assertThat(pause()).isZero();
        for (double seconds : new double[] {0.5, 1, 2, 4, 8, 16, 32, 60, 60}) {
            attempts.notMade(failure);
            attempts.notMade(failure);
            assertThat(pause().toMillis()).isEqualTo((long) (1000 * seconds));
        }
        assertThat(attempts.note()).isEqualTo("no machine can be made: no");
        attempts.made();
        assertThat(attempts.note()).isEmpty();
        attempts.notMade(failure);
        assertThat(pause()).hasMillis(500);
    }

    @Test
    void machinesThatDoNotBecomeWorkersAreNotMadeWithoutPause() {
        for (int seconds : new int[] {5, 10, 20, 40, 80, 160, 320, 600, 600}) {
            attempts.made();
            attempts.notJoined("no such package");
            attempts.made();
            assertThat(pause()).hasSeconds(seconds);
            assertThat(attempts.note()).isEqualTo("no such package");
        }
        attempts.joined();
        assertThat(attempts.note()).isEmpty();
        attempts.notJoined("no such package");
        assertThat(pause()).hasSeconds(5);
    }

    @Test
    void aQuotaIsTriedAgainAfterItsOwnPause() {
        MachineException quota = new MachineException(MachineException.Reason.QUOTA, "12 of 12");
        for (int i = 0; i < 3; i++) {
            attempts.notMade(quota);
            assertThat(pause()).hasMinutes(1);
        }
        assertThat(attempts.note()).isEqualTo("quota reached: 12 of 12");
    }

    @Test
    void bothReasonsAreTold() {
        attempts.notJoined("no such package");
        attempts.notMade("no answer");
        assertThat(attempts.note()).isEqualTo("no machine can be made: no answer; no such package");
    }
}
