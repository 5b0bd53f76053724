package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.ScalingPoint;

/** What is kept of the scaling of jobs. */
abstract class ChartSuite extends CoordinatorSuite {

    private static final int MOST = 600;

    /** Returns a point whose rate is its number. */
    static ScalingPoint point(int number) {
        return new ScalingPoint(
                Instant.ofEpochSecond(2L * number),
                Optional.of((double) number),
                Optional.empty(),
                "objects",
                1,
                0,
                0,
                1,
                0,
                new JobCost(2, Optional.of(new Money(0.5, "EUR"))));
    }

    @Test
    void keepsEveryPointWhileThereAreFew() {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        note(job, 0, 10);
        assertThat(numbers(job)).isEqualTo(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void thinsOutOldPointsEvenlyAndKeepsTheNewest() {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        note(job, 0, 2 * MOST);
        assertThat(coordinator.jobs().show(job.id()).cost())
                .isEqualTo(new JobCost(4 * MOST, Optional.of(new Money(MOST, "EUR"))));
        assertThat(numbers(job))
                .hasSize(MOST + 1)
                .startsWith(0, 2, 4)
                .endsWith(2 * MOST - 2, 2 * MOST - 1);

        note(job, 2 * MOST, 2 * MOST + 3);
        assertThat(numbers(job))
                .hasSize(MOST / 2 + 2)
                .startsWith(0, 4, 8)
                .endsWith(2 * MOST - 4, 2 * MOST, 2 * MOST + 2);
    }

    @Test
    void theChartOutlivesTheCoordinatorAndGoesOn() {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        note(job, 0, 3);
        Decision decision =
                new Decision(
                        Instant.EPOCH,
                        "efficiency",
                        2,
                        4,
                        5.9,
                        Optional.of(0.1),
                        "objects",
                        Optional.of(0.9),
                        JobCost.NONE,
                        "two more");
        coordinator.scaling().record(job.id(), decision);
        ScalingChart before = coordinator.jobs().scaling(job.id());

        reopen(settings);

        assertThat(coordinator.jobs().scaling(job.id())).isEqualTo(before);
        JobCost cost = new JobCost(6, Optional.of(new Money(1.5, "EUR")));
        assertThat(before.decisions()).containsExactly(decision.withCost(cost));
        note(job, 3, 5);
        assertThat(numbers(job)).containsExactly(0, 1, 2, 3, 4);
        assertThat(coordinator.jobs().show(job.id()).cost().workerSeconds()).isEqualTo(10);
    }

    @Test
    void aDecisionOfAnEarlierVersionIsReadAsItWas() {
        JobView job = coordinator.jobs().submit(inline("png", 1));
        String body =
                """
                {"at": "2026-11-22T10:15:30Z", "policy": "fixed", "workers": 1, "wanted": 2,
                 "rate": 0.5, "measure": "objects", "reason": "2 asked for"}
                """;
        inDatabase(database ->
                database.write(handle ->
                        handle.createUpdate(
                                        "insert into decision (namespace, job, body)"
                                                + " values ('default', :job, :body)")
                                .bind("job", job.id())
                                .bind("body", body)
                                .execute()));
        assertThat(coordinator.jobs().decisions(job.id()))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.rate()).isEqualTo(0.5);
                    assertThat(decision.error()).isEmpty();
                    assertThat(decision.ratio()).isEmpty();
                    assertThat(decision.cost()).isEqualTo(JobCost.NONE);
                });
    }

    private void note(JobView job, int from, int to) {
        for (int number = from; number < to; number++) {
            coordinator.scaling().note(Map.of(job.id(), point(number)));
        }
    }

    private List<Integer> numbers(JobView job) {
        return coordinator.jobs().scaling(job.id()).points().stream()
                .map(point -> point.rate().orElseThrow().intValue())
                .toList();
    }
}
