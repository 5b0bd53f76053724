package org.proteus.policies.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final ScalingSettings SETTINGS =
            new ScalingSettings(2, 0.5, 1, 8, 1, Duration.ofSeconds(10), Duration.ZERO);

    private final List<List<Window>> asked = new ArrayList<>();
    private final Course course = new Course(new Witness(), SETTINGS);

    private final class Witness implements ScalingPolicy {

        @Override
        public String id() {
            return "witness";
        }

        @Override
        public Verdict start(ScalingSettings settings) {
            return new Verdict(2, "begins");
        }

        @Override
        public Verdict decide(ScalingSettings settings, List<Window> windows) {
            asked.add(List.copyOf(windows));
            return new Verdict(99, "more").withRatio(0.7);
        }
    }

    @Test
    void verdictsStayWithinTheLimitsAndKeepTheirRatio() {
        course.start();
        Verdict last = run(0, 30, 100, "bytes");
        assertThat(last).isEqualTo(new Verdict(8, "more", Optional.of(0.7)));
    }

    @Test
    void ratesInAnotherUnitAreForgotten() {
        course.start();
        run(0, 40, 100, "bytes");
        assertThat(asked.getLast()).hasSizeGreaterThan(1);

        run(40, 60, 5_000, "ms");
        assertThat(asked.getLast())
                .extracting(window -> window.rate().measure())
                .containsOnly("ms");
    }

    /** Goes on from one second to another; returns the last verdict. */
    private Verdict run(int from, int to, double rate, String measure) {
        Optional<Verdict> last = Optional.empty();
        for (int second = from; second <= to; second++) {
            Sample sample =
                    new Sample(
                            Duration.ofSeconds(second),
                            2,
                            2,
                            rate * (second - from),
                            measure,
                            second,
                            Optional.empty(),
                            TaskSums.NONE,
                            Surroundings.UNKNOWN);
            Optional<Verdict> now = course.tick(2, sample);
            if (now.isPresent()) {
                last = now;
            }
        }
        return last.orElseThrow();
    }
}
