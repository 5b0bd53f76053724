package org.proteus.policies.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingSettingsTest {

    private static final Duration WINDOW = Duration.ofSeconds(30);

    @Test
    void clampsToTheLimits() {
        ScalingSettings settings = new ScalingSettings(2, 0.5, 1, 4, 1, WINDOW, Duration.ZERO);
        assertThat(settings.clamp(9)).isEqualTo(4);
        assertThat(settings.clamp(0)).isEqualTo(1);
    }

    @Test
    void refusesWhatIsOutOfRangeAndNamesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScalingSettings(1, 0, 1, 4, 1, WINDOW, Duration.ZERO))
                .withMessageContaining("ratio");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ScalingSettings(1, Double.NaN, 1, 4, 1, WINDOW, Duration.ZERO))
                .withMessageContaining("ratio");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScalingSettings(1, 0.5, 5, 4, 1, WINDOW, Duration.ZERO))
                .withMessageContaining("max");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScalingSettings(1, 0.5, 1, 4, 0, WINDOW, Duration.ZERO))
                .withMessageContaining("step");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ScalingSettings(1, 0.5, 1, 4, 1, Duration.ZERO, Duration.ZERO))
                .withMessageContaining("window");
    }

    @Test
    void findsTheShippedPolicies() {
        ScalingPolicies policies = ScalingPolicies.load();
        assertThat(policies.ids()).containsExactly("efficiency", "first-step", "fixed", "history");
        assertThat(policies.find("fixed"))
                .hasValueSatisfying(fixed -> {
                    ScalingSettings three =
                            new ScalingSettings(3, 0.5, 1, 4, 1, WINDOW, Duration.ZERO);
                    assertThat(fixed.start(three).workers()).isEqualTo(3);
                    assertThat(fixed.decide(three, List.of()).workers()).isEqualTo(3);
                });
        assertThat(policies.find("guess")).isEmpty();
    }
}
