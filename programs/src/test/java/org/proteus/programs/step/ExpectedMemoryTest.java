package org.proteus.programs.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.program.UnitId;

class ExpectedMemoryTest {

    private static final UnitId UNIT = new UnitId("draw", "png");
    private static final long MEGABYTE = 1 << 20;

    private final ExpectedMemory memory = new ExpectedMemory();

    @Test
    void isWhatIsDeclaredOrUsualUntilSomethingWasSeen() {
        assertThat(memory.of(UNIT, 10, 0, 0)).isEqualTo(ExpectedMemory.UNKNOWN);
        assertThat(memory.of(UNIT, 10, 700, 0)).isEqualTo(700);
        assertThat(memory.of(UNIT, 10, 700, 500)).isEqualTo(500);
    }

    @Test
    void isALittleMoreThanTheMostThatWasSeen() {
        memory.saw(UNIT, MEGABYTE, 400);
        memory.saw(UNIT, MEGABYTE, 0);
        assertThat(memory.of(UNIT, MEGABYTE, 700, 0)).isEqualTo(500);
        assertThat(memory.of(UNIT, MEGABYTE, 0, 450)).isEqualTo(450);
        assertThat(memory.of(UNIT, 1000 * MEGABYTE, 0, 0)).isEqualTo(ExpectedMemory.UNKNOWN);
    }

    @Test
    void fadesWhenLessIsSeenAgainAndAgain() {
        memory.saw(UNIT, MEGABYTE, 4000);
        for (int i = 0; i < 50; i++) {
            memory.saw(UNIT, MEGABYTE, 400);
        }
        assertThat(memory.of(UNIT, MEGABYTE, 0, 0)).isEqualTo(500);
    }
}
