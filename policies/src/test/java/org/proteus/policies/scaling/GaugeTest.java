package org.proteus.policies.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GaugeTest {

    private static final double TASK = 10;

    private final ScalingSettings settings =
            new ScalingSettings(1, 0.5, 1, 64, 1, Duration.ofSeconds(30), Duration.ofSeconds(100));
    private final Gauge gauge = new Gauge(settings);
    private final List<Window> windows = new ArrayList<>();
    private final List<Integer> times = new ArrayList<>();

    @Test
    void measuresNeitherBootNorWarmUp() {
        run(4, 0, 19, 0);
        assertThat(windows).isEmpty();
        run(4, 20, 200, 4);
        // There at 20, each has completed a task at 30, a window later the cooldown still runs.
        assertThat(times.getFirst()).isEqualTo(100);
        assertThat(windows.getFirst().rate().perSecond()).isCloseTo(0.4, within(0.01));
        assertThat(windows.getFirst().completions()).contains(28L);
    }

    @Test
    void aChangeOfTheNumberEndsTheWindow() {
        run(4, 0, 60, 4);
        run(8, 61, 200, 8);
        assertThat(windows).allSatisfy(window -> assertThat(window.workers()).isEqualTo(8));
        assertThat(times.getFirst()).isEqualTo(161);
    }

    @Test
    void measuresWithTheWorkersThereAreWhenNoMoreCome() {
        run(8, 0, 600, 3);
        assertThat(windows.getFirst().workers()).isEqualTo(3);
        assertThat(windows.getFirst().rate().perSecond()).isCloseTo(0.3, within(0.01));
    }

    @Test
    void tellsTheErrorFromTheSpreadOfTasks() {
        run(4, 0, 200, 4);
        // Every other task takes 5 s, every other one 15: a spread of one half over 28 tasks.
        double error = windows.getFirst().rate().error().orElseThrow();
        assertThat(error).isCloseTo(0.4 * 0.5 / Math.sqrt(28), within(0.01));
    }

    @Test
    void waitsUntilThoseThatShallGoHaveEndedTheirTasks() {
        run(4, 0, 99, 4);
        run(2, 100, 140, 2, 4);
        run(2, 141, 300, 2);
        assertThat(windows.getFirst().workers()).isEqualTo(2);
        assertThat(windows.getFirst().working()).isEqualTo(2);
        assertThat(times.getFirst()).isEqualTo(200);
    }

    @Test
    void thoseThatShallGoAndDoNotCountAsWorking() {
        run(4, 0, 99, 4);
        run(2, 100, 400, 2, 4);
        assertThat(windows)
                .isNotEmpty()
                .allSatisfy(window -> assertThat(window.workers()).isEqualTo(2))
                .allSatisfy(window -> assertThat(window.working()).isEqualTo(4));
    }

    private void run(int workers, int from, int to, int alive) {
        run(workers, from, to, alive, alive);
    }

    private void run(int workers, int from, int to, int alive, int working) {
        for (int second = from; second <= to; second++) {
            int at = second;
            gauge.tick(workers, sample(at, alive, working))
                    .ifPresent(window -> {
                        windows.add(window);
                        times.add(at);
                    });
        }
    }

    private static Sample sample(int second, int alive, int working) {
        long completed = (long) (second * working / TASK);
        TaskSums sums = TaskSums.NONE;
        for (int i = 0; i < completed; i++) {
            sums = sums.plus(i % 2 == 0 ? TASK / 2 : TASK * 1.5, 1);
        }
        return new Sample(
                Duration.ofSeconds(second),
                alive,
                working,
                second * working / TASK,
                "objects",
                completed,
                Optional.empty(),
                sums,
                Surroundings.UNKNOWN);
    }
}
