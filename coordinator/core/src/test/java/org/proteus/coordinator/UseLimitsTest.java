package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "ftp://host, ftp://host, true",
        "ftp://host, ftp://host/, true",
        "ftp://host, ftp://host/scans/a, true",
        "ftp://host, ftp://host:2121/scans, true",
        "ftp://host/scans/, ftp://host/scans/a, true",
        "ftp://host, ftp://hostess/scans, false",
        "ftp://host/scans, ftp://host/scanner, false",
        "ftp://host/scans/, ftp://host/scans, false"
    })
    void holdForAllThatLiesBelowAPlace(String place, String uri, boolean holds) {
        UseLimits limits = new UseLimits(Map.of(place, 3), Map.of());

        assertThat(limits.ofPlaces(uri, "inline:").isEmpty()).isNotEqualTo(holds);
        assertThat(limits.ofPlaces("inline:", uri).isEmpty()).isNotEqualTo(holds);
    }

    @Test
    void holdForProgramsByTheirIds() {
        UseLimits limits = new UseLimits(Map.of(), Map.of("ffmpeg", 2, "tika", 1));

        assertThat(limits.ofPrograms(Set.of("ffmpeg", "zipper")))
                .containsExactly(Map.entry("program ffmpeg", 2));
        assertThat(UseLimits.NONE.isEmpty()).isTrue();
        assertThat(limits.isEmpty()).isFalse();
    }

    @Test
    void areAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UseLimits(Map.of(), Map.of("tika", 0)))
                .withMessageContaining("tika");
    }
}
