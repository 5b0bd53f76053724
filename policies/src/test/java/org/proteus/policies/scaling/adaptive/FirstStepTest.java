package org.proteus.policies.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.policies.scaling.adaptive.Windows.exact;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Window;

class FirstStepTest {

    private final FirstStep policy = new FirstStep();
    private final ScalingSettings settings = Windows.settings(1, 64);

    @Test
    void comparesEachWorkersGainWithThatOfTheFirstStep() {
        // The first worker gains 4, of the next two each gains 2.4, of the next four each 1.
        assertThat(decide(exact(1, 10), exact(2, 14), exact(4, 18.8))).isEqualTo(8);
        assertThat(decide(exact(1, 10), exact(2, 14), exact(4, 18.8), exact(8, 22.8))).isEqualTo(6);
    }

    @Test
    void aFirstStepThatBringsNothingIsTheLast() {
        assertThat(decide(exact(1, 10), exact(2, 10))).isEqualTo(1);
    }

    private int decide(Window... windows) {
        return policy.decide(settings, Arrays.asList(windows)).workers();
    }
}
