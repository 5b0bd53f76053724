package org.proteus.policies.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private static final Retry NOW = new Retry.Again(Duration.ZERO, false);
    private static final Retry ALONE = new Retry.Again(Duration.ZERO, true);
    private static final Retry NEVER = new Retry.GiveUp();

    private final RetryBudget budget = RetryBudget.DEFAULT;

    @Test
    void losesTwiceInCompanyThenThreeTimesAlone() {
        assertThat(budget.afterLoss(1, 0)).isEqualTo(NOW);
        assertThat(budget.afterLoss(2, 0)).isEqualTo(ALONE);
        assertThat(budget.afterLoss(3, 1)).isEqualTo(ALONE);
        assertThat(budget.afterLoss(4, 2)).isEqualTo(ALONE);
        assertThat(budget.afterLoss(5, 3)).isEqualTo(NEVER);
    }

    @Test
    void givesUpAfterTwentyLosses() {
        assertThat(budget.afterLoss(19, 0)).isEqualTo(ALONE);
        assertThat(budget.afterLoss(20, 0)).isEqualTo(NEVER);
    }

    @Test
    void failsThreeTimesUnlessTheSameErrorComesBack() {
        assertThat(budget.afterFailure(1, false, false, false)).isEqualTo(NOW);
        assertThat(budget.afterFailure(2, false, false, true)).isEqualTo(ALONE);
        assertThat(budget.afterFailure(2, true, false, false)).isEqualTo(NEVER);
        assertThat(budget.afterFailure(3, false, false, false)).isEqualTo(NEVER);
    }

    @Test
    void pausesLongerEachTimeWhenTheEnvironmentFails() {
        RetryBudget patient =
                new RetryBudget(99, 20, 2, 3, Duration.ofSeconds(2), Duration.ofSeconds(7));

        assertThat(patient.afterFailure(1, false, true, false))
                .isEqualTo(new Retry.Again(Duration.ofSeconds(2), false));
        assertThat(patient.afterFailure(2, false, true, false))
                .isEqualTo(new Retry.Again(Duration.ofSeconds(4), false));
        assertThat(patient.afterFailure(98, false, true, false))
                .isEqualTo(new Retry.Again(Duration.ofSeconds(7), false));
    }

    @Test
    void refusesABudgetOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RetryBudget(0, 20, 2, 3, Duration.ZERO, Duration.ofSeconds(1)))
                .withMessage("failures must be >= 1, found 0");
    }
}
