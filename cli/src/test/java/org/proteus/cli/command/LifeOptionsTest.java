package org.proteus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

class LifeOptionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aDeadlineIsASpanOrATime() {
        assertThat(LifeOptions.time("2h", NOW)).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(LifeOptions.time("2030-01-31T18:00:00+01:00", NOW))
                .isEqualTo("2030-01-31T17:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2", "2030-01-31T18:00:00", "2030-01-31", "999999999999d"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> LifeOptions.time(text, NOW))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST);
                            assertThat(e.problem().message()).contains(text);
                        });
    }
}
