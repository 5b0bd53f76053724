package org.proteus.policies.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class EfficiencyRatioTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final EfficiencyRatio policy = new EfficiencyRatio();
    private final ScalingSettings settings = new ScalingSettings(1, 0.5, 1, 8, 1, MINUTE);

    @Test
    void measuresFirstThenTriesAStep() {
        assertThat(policy.start(settings).workers()).isEqualTo(1);
        assertThat(decide(window(1, 10)).workers()).isEqualTo(2);
    }

    @Test
    void addsWhileTheGainPays() {
        Verdict verdict = decide(window(2, 3.1), window(4, 5.9));
        assertThat(verdict.workers()).isEqualTo(5);
        assertThat(verdict.reason())
                .isEqualTo("1 more: 2 -> 4 workers: 3.10 -> 5.90 per second, ratio 0.90 > 0.50");
    }

    @Test
    void removesWhenTheGainDoesNotPay() {
        Verdict verdict = decide(window(4, 10), window(5, 10.5));
        assertThat(verdict.workers()).isEqualTo(4);
        assertThat(verdict.reason()).startsWith("1 fewer: ");
    }

    @Test
    void addsAgainWhenTakingAwayCostTooMuch() {
        assertThat(decide(window(4, 10), window(3, 7.5)).workers()).isEqualTo(4);
    }

    @Test
    void staysWhenTheRatioIsJustTheOneAskedFor() {
        assertThat(decide(window(1, 2), window(2, 3)).workers()).isEqualTo(2);
    }

    @Test
    void neverLeavesTheLimits() {
        assertThat(decide(window(7, 7), window(8, 8)).workers()).isEqualTo(8);
        assertThat(decide(window(2, 10), window(1, 10)).workers()).isEqualTo(1);
    }

    @Test
    void measuresOnWhereTheFormulaHasNoValue() {
        assertThat(decide(window(3, 0)).workers()).isEqualTo(3);
        assertThat(decide(window(0, 0), window(2, 5)).workers()).isEqualTo(3);
        assertThat(decide(window(1, 0), window(2, 5)).workers()).isEqualTo(3);
    }

    @Test
    void comparesWithTheLastOtherNumberEvenAfterSeveralWindows() {
        assertThat(decide(window(1, 10), window(2, 20), window(2, 20)).workers()).isEqualTo(3);
    }

    @Test
    void climbsToAKneeAndStaysWithinOneStepOfIt() {
        List<Integer> visited = simulate(n -> Math.min(n, 4), 30);
        assertThat(visited.subList(6, visited.size()))
                .allSatisfy(n -> assertThat(n).isBetween(3, 6));
    }

    private List<Integer> simulate(IntToDoubleFunction rate, int steps) {
        List<Window> windows = new ArrayList<>();
        List<Integer> visited = new ArrayList<>();
        int workers = policy.start(settings).workers();
        for (int i = 0; i < steps; i++) {
            windows.add(window(workers, rate.applyAsDouble(workers)));
            workers = policy.decide(settings, windows).workers();
            visited.add(workers);
        }
        return visited;
    }

    private Verdict decide(Window... windows) {
        return policy.decide(settings, Arrays.asList(windows));
    }

    private static Window window(int workers, double rate) {
        return new Window(workers, rate, MINUTE);
    }
}
