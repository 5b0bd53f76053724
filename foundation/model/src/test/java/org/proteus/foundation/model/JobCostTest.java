package org.proteus.foundation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.Money;

class JobCostTest {

    @Test
    void moneyIsReadWithAndWithoutACurrency() {
        assertThat(Money.parse("0.12 EUR")).isEqualTo(new Money(0.12, "EUR"));
        assertThat(Money.parse("3")).isEqualTo(new Money(3, ""));
        assertThat(Money.parse("0.5 core hours").text()).isEqualTo("0.5000 core hours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EUR", "-1", "NaN", "Infinity EUR", "1,5"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text));
    }

    @Test
    void costsAddUpAndWithoutAPriceOnlyTheirTime() {
        JobCost some = new JobCost(30, Optional.of(new Money(1, "EUR")));
        JobCost more = new JobCost(12, Optional.of(new Money(0.5, "EUR")));
        assertThat(JobCost.NONE.plus(some).plus(more))
                .isEqualTo(new JobCost(42, Optional.of(new Money(1.5, "EUR"))));
        assertThat(some.plus(new JobCost(5, Optional.empty())).money()).isEqualTo(some.money());
        assertThat(JobCost.NONE.plus(new JobCost(5, Optional.empty())).text())
                .isEqualTo("5 worker-seconds");
    }

    @Test
    void anotherCurrencyBeginsAnew() {
        JobCost euros = new JobCost(30, Optional.of(new Money(1, "EUR")));
        JobCost francs = new JobCost(12, Optional.of(new Money(2, "CHF")));
        assertThat(euros.plus(francs)).isEqualTo(new JobCost(42, Optional.of(new Money(2, "CHF"))));
    }
}
