package org.proteus.policies.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.policies.scaling.Effort;
import org.proteus.policies.scaling.Rate;
import org.proteus.policies.scaling.StageUse;
import org.proteus.policies.scaling.Surroundings;
import org.proteus.policies.scaling.Window;

/** Worlds whose parts are known, measured without an error. */
class PlacesTest {

    private static final double EXECUTING = 9;
    private static final double NOISE = 0.3;
    private static final double SECONDS = 60;

    @ParameterizedTest
    @CsvSource({"1", "5", "10", "40"})
    void withOneNumberOfWorkersAllOfTheTimeCountsAsShared(int workers) {
        Places places = fit(Places.Share.UNKNOWN, level(workers, 1, 0));
        assertThat(places.tried()).isFalse();
        assertThat(places.service()).isCloseTo(1, within(1e-4));
        assertThat(places.alone()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4, 8, 2, 0", "4, 6, 1, 4", "4, 12, 0.8, 6", "3, 24, 0.2, 1", "4, 2, 3, 0"})
    void severalNumbersTellThePartsApart(int some, int others, double service, double alone) {
        Places places =
                fit(
                        Places.Share.UNKNOWN,
                        level(some, service, alone),
                        level(others, service, alone));
        assertThat(places.tried()).isTrue();
        assertThat(places.service()).isCloseTo(service, within(0.1 * service));
        assertThat(places.alone()).isCloseTo(alone, within(0.1 * (service + alone)));
    }

    @Test
    void whatNobodyWaitsForIsNotShared() {
        Places places = fit(Places.Share.UNKNOWN, level(4, 0, 5), level(8, 0, 5));
        assertThat(places.service()).isZero();
        assertThat(places.alone()).isCloseTo(5, within(1e-3));
    }

    @Test
    void neighboursDoNotTellThePartsApart() {
        assertThat(fit(Places.Share.UNKNOWN, level(4, 1, 3), level(5, 1, 3)).tried()).isFalse();
    }

    @Test
    void whatAFormerWorldHasToldHolds() {
        Places.Share former = Places.Share.of(new Places(3, 1, true));
        Places places = fit(former, level(8, 1.5, 0.5));
        assertThat(places.tried()).isTrue();
        assertThat(places.service()).isCloseTo(1.5, within(1e-3));
    }

    @Test
    void nothingIsKnownAfterAWorldInWhichMostWasTheWorkersOwn() {
        assertThat(Places.Share.of(new Places(1, 3, true))).isEqualTo(Places.Share.UNKNOWN);
        assertThat(Places.Share.of(new Places(3, 1, false))).isEqualTo(Places.Share.UNKNOWN);
    }

    @Test
    void placesThatCostNoTimeLimitNothing() {
        Places places = fit(Places.Share.UNKNOWN, level(4, 0, 0), level(8, 0, 0));
        assertThat(places).isEqualTo(new Places(0, 0, true));
    }

    private static Places fit(Places.Share before, Level... levels) {
        return Places.fit(List.of(levels), n -> EXECUTING, NOISE, before);
    }

    private static Level level(int workers, double service, double alone) {
        Places world = new Places(service, alone, true);
        double atPlaces =
                SharedSource.residence(workers, EXECUTING, world.unqueued(), world.share());
        double rate = workers / (EXECUTING + atPlaces);
        double work = rate * SECONDS;
        StageUse use =
                new StageUse(new Effort(work * atPlaces, work), new Effort(work * EXECUTING, work));
        Level level = new Level(workers);
        IntStream.range(0, 3)
                .forEach(i ->
                        level.add(
                                new Window(
                                        workers,
                                        workers,
                                        new Rate(rate, Optional.of(0.01 * rate), "objects"),
                                        Duration.ofMillis((long) (SECONDS * 1000)),
                                        Optional.empty(),
                                        Surroundings.UNKNOWN.with(Optional.of(use)))));
        return level;
    }
}
