package org.proteus.coordinator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void growAndEndWithinADay() {
        List<Duration> pauses = new ArrayList<>();
        Duration age = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            Optional<Duration> pause = Pauses.after(attempt, age);
            if (pause.isEmpty()) {
                break;
            }
            pauses.add(pause.get());
            age = age.plus(pause.get());
        }
        assertThat(pauses).isSorted();
        assertThat(pauses.getFirst()).isEqualTo(Duration.ofSeconds(10));
        assertThat(pauses.get(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pauses.getLast()).isEqualTo(Duration.ofHours(4));
        assertThat(age).isBetween(Duration.ofHours(20), Duration.ofDays(1));
    }
}
