package org.proteus.policies.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void speaksInUnitsThatPeopleUse() {
        assertThat(bytes(5_900_000).text()).isEqualTo("5.90 MB/s");
        assertThat(bytes(31_000).text()).isEqualTo("31.0 kB/s");
        assertThat(bytes(12).text()).isEqualTo("12.0 B/s");
        assertThat(new Rate(0.25, Optional.empty(), "objects").text()).isEqualTo("0.250 objects/s");
        assertThat(of(12_300_000, "pixels").text()).isEqualTo("12.3 Mpixel/s");
        assertThat(of(5_900, "ms").text()).isEqualTo("5.90 s of media a second");
    }

    @Test
    void namesAUnitOnceIfItIsTheSame() {
        assertThat(bytes(5_900_000).after(bytes(3_100_000))).isEqualTo("3.10 -> 5.90 MB/s");
        assertThat(bytes(5_900_000).after(bytes(310_000))).isEqualTo("310 kB/s -> 5.90 MB/s");
        assertThat(of(5900, "ms").after(of(310, "ms")))
                .isEqualTo("0.310 -> 5.90 s of media a second");
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatIllegalArgumentException().isThrownBy(() -> bytes(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> bytes(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(1, Optional.of(Double.NaN), "bytes"));
    }

    private static Rate bytes(double perSecond) {
        return of(perSecond, "bytes");
    }

    private static Rate of(double perSecond, String measure) {
        return new Rate(perSecond, Optional.empty(), measure);
    }
}
