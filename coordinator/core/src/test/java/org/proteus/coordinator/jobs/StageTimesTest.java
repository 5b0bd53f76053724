package org.proteus.coordinator.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.coordinator.dispatch.Stage;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.TaskKey;

class StageTimesTest {

    private final StageTimes times =
            StageTimes.NONE
                    .plus(10, Map.of(Stage.FETCH, 6, Stage.RUN, 2))
                    .plus(20, Map.of(Stage.RUN, 1, Stage.STORE, 1));

    @ParameterizedTest
    @CsvSource({
        "fetch, 0, 0, 0",
        "fetch, 1, 2, 0.25",
        "fetch, 3, 2, 0.5",
        "plan, 0, 0, 0.5",
        "some/unit, 1, 2, 0.6667",
        "store, 0, 8, 0.8333",
        "store, 8, 8, 1"
    })
    void aStageCountsAsMuchAsItTakes(String stage, long done, long total, double share) {
        assertThat(times.share(progress(stage, done, total))).isCloseTo(share, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"fetch, 1, 2, 0.375, 0", "some/unit, 1, 2, 0.75, 0.5", "store, 4, 8, 0.875, 1"})
    void whatGoesThroughPlacesAndStepsIsToldApart(
            String stage, long done, long total, double places, double steps) {
        assertThat(times.placesShare(progress(stage, done, total))).isCloseTo(places, within(1e-9));
        assertThat(StageTimes.stepsShare(progress(stage, done, total))).isEqualTo(steps);
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(StageTimes.NONE.share(progress("plan", 0, 0)))
                .isEqualTo(StageTimes.EVEN.share(progress("plan", 0, 0)));
    }

    @Test
    void readingAndWritingAreAtPlaces() {
        assertThat(times.atPlaces()).isEqualTo(80);
    }

    private static Progress progress(String stage, long done, long total) {
        return new Progress(new TaskKey("job/1/1", 1), stage, done, total, "bytes");
    }
}
