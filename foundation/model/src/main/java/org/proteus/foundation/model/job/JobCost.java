package org.proteus.foundation.model.job;

import java.util.Locale;
import java.util.Optional;

/**
 * What a job has cost so far.
 *
 * @param workerSeconds time that workers were there for the job or started for it, all together
 * @param money what they cost in this time; absent when no pool has a price
 */
public record JobCost(double workerSeconds, Optional<Money> money) {

    /** Nothing yet. */
    public static final JobCost NONE = new JobCost(0, Optional.empty());

    public JobCost {
        money = money == null ? Optional.empty() : money;
    }

    /**
     * Returns this and what came later. If the currency changed in between, the money before is
     * left out.
     */
    public JobCost plus(JobCost later) {
        Optional<Money> sum =
                later.money
                        .map(add ->
                                money.filter(m -> m.currency().equals(add.currency()))
                                        .map(add::plus)
                                        .orElse(add))
                        .or(() -> money);
        return new JobCost(workerSeconds + later.workerSeconds, sum);
    }

    /** Returns a form for people, such as {@code 84 worker-seconds, 0.0120 EUR}. */
    public String text() {
        return String.format(Locale.ROOT, "%.0f worker-seconds", workerSeconds)
                + money.map(amount -> ", " + amount.text()).orElse("");
    }
}
