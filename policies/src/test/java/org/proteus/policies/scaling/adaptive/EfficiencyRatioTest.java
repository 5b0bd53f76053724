package org.proteus.policies.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.proteus.policies.scaling.adaptive.Windows.exact;
import static org.proteus.policies.scaling.adaptive.Windows.rough;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

class EfficiencyRatioTest {

    private final EfficiencyRatio policy = new EfficiencyRatio();
    private final ScalingSettings settings = Windows.settings(1, 64);

    @Test
    void measuresFirstThenTriesAStep() {
        assertThat(policy.start(settings).workers()).isEqualTo(1);
        assertThat(decide(exact(1, 10)).workers()).isEqualTo(2);
    }

    @Test
    void stepsGrowWhileTheyPayAndTheNumbersAreTold() {
        Verdict verdict = decide(exact(2, 3.1), exact(4, 5.9));
        assertThat(verdict.workers()).isEqualTo(8);
        assertThat(verdict.reason())
                .isEqualTo("4 more: 2 -> 4 workers: 3.10 -> 5.90 objects/s, ratio 0.90 > 0.50");
        assertThat(verdict.ratio().orElseThrow()).isCloseTo(0.903, within(0.001));
        assertThat(decide(exact(1, 10)).ratio()).isEmpty();
    }

    @Test
    void stepsShrinkOnceOneDidNotPay() {
        assertThat(decide(exact(4, 4), exact(8, 4)).workers()).isEqualTo(6);
        assertThat(decide(exact(4, 4), exact(8, 4), exact(6, 4)).workers()).isEqualTo(5);
    }

    @Test
    void restsWhenTheGapIsClosed() {
        Verdict verdict = decide(exact(4, 4), exact(8, 4), exact(6, 4), exact(5, 4), exact(4, 4));
        assertThat(verdict.workers()).isEqualTo(4);
        assertThat(verdict.reason())
                .isEqualTo(
                        "stays at 4: 4 -> 5 workers: 4.00 -> 4.00 objects/s, ratio 0.00 <= 0.50");
    }

    @Test
    void findsAKneeAndRestsThere() {
        List<Integer> wanted = Windows.course(policy, settings, n -> Math.min(n, 13), 30);
        assertThat(wanted.subList(20, wanted.size())).containsOnly(13);
    }

    @Test
    void findsAPeakOfTheOriginalsExperiment() {
        double[] capacity = {0, 1, 2, 3, 2.65};
        List<Integer> wanted = Windows.course(policy, Windows.settings(1, 4), n -> capacity[n], 20);
        assertThat(wanted.subList(10, wanted.size())).containsOnly(3);
    }

    @Test
    void measuresAgainWhatNoiseMayExplain() {
        Window few = rough(4, 4, 0.4);
        Window many = rough(8, 5.9, 0.6);
        assertThat(decide(few, many).workers()).isEqualTo(8);
        assertThat(decide(few, many).reason()).endsWith("within the noise");
        assertThat(decide(few, many, many, many, many).workers()).isEqualTo(6);
    }

    @Test
    void measuresOnWhereTheFormulaHasNoValue() {
        assertThat(decide(exact(3, 0)).workers()).isEqualTo(3);
        assertThat(decide(exact(0, 0)).workers()).isEqualTo(1);
        assertThat(decide(exact(2, 5), exact(2, 5)).workers()).isEqualTo(3);
    }

    @Test
    void looksAtFewerWorkersWhenTheRateFell() {
        Window before = exact(8, 8);
        Window after = exact(8, 3);
        assertThat(decide(exact(4, 4), before, before, after).workers()).isEqualTo(8);
        assertThat(decide(exact(4, 4), before, before, after, after).workers()).isEqualTo(4);
    }

    private Verdict decide(Window... windows) {
        return policy.decide(settings, Arrays.asList(windows));
    }
}
