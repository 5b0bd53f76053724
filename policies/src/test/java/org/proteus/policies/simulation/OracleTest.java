package org.proteus.policies.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.policies.scaling.FixedWorkers;
import org.proteus.policies.scaling.ScalingSettings;

class OracleTest {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    private static final int MOST = 64;

    @Test
    void workersWithoutLimitAddUp() {
        double[] rates = Oracle.rates(job(0.3, NO_LIMIT), Capacity.FREE, MOST);
        assertThat(rates[1]).isCloseTo(0.1, within(1e-9));
        assertThat(rates[64]).isCloseTo(6.4, within(1e-9));
    }

    @Test
    void aHostDoesWhatItsCapacitySays() {
        Capacity host = new Capacity(List.of(1.0, 2.0, 3.0, 2.65), 0, 0, Integer.MAX_VALUE);
        double[] rates = Oracle.rates(job(0.3, NO_LIMIT), host, 4);
        assertThat(rates[3]).isCloseTo(0.3, within(1e-9));
        assertThat(rates[4]).isCloseTo(0.265, within(1e-9));
        assertThat(Oracle.phases(scenario(4, host, job(0.3, NO_LIMIT)), 0).getFirst().workers())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 11, 13, 30})
    void knowsWhatASimulatedSharedSourceGives(int workers) {
        JobScenario job = job(0.3, 1e6);
        double rate = Oracle.rates(job, Capacity.FREE, MOST)[workers];
        ScalingSettings fixed =
                new ScalingSettings(
                        workers, 0.5, 1, MOST, 1, Duration.ofSeconds(30), Duration.ZERO);
        Scenario scenario = scenario(MOST, Capacity.FREE, job).with(fixed);
        Trial.Run run = new Trial(scenario).of(new FixedWorkers(), 7);
        assertThat(job.tasks() / run.seconds()).isCloseTo(rate, within(0.03 * rate));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1.5})
    void theSpreadOfTaskTimesDoesNotMatter(double spread) {
        JobScenario job = job(spread, 1e6);
        ScalingSettings fixed =
                new ScalingSettings(12, 0.5, 1, MOST, 1, Duration.ofSeconds(30), Duration.ZERO);
        Capacity host = new Capacity(List.of(), 0.02, 0.001, Integer.MAX_VALUE);
        double rate = Oracle.rates(job, host, MOST)[12];
        Trial.Run run = new Trial(scenario(MOST, host, job).with(fixed)).of(new FixedWorkers(), 3);
        assertThat(job.tasks() / run.seconds()).isCloseTo(rate, within(0.05 * rate));
    }

    private static JobScenario job(double spread, double source) {
        return new JobScenario(
                Duration.ZERO,
                Optional.empty(),
                6000,
                10,
                spread,
                Sizes.all(1e6),
                source,
                NO_LIMIT,
                true);
    }

    private static Scenario scenario(int most, Capacity host, JobScenario job) {
        return new Scenario(
                "test",
                new ScalingSettings(1, 0.5, 1, most, 1, Duration.ofSeconds(30), Duration.ZERO),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(5),
                host,
                List.of(job),
                List.of());
    }
}
