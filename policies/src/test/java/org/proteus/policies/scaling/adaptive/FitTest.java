package org.proteus.policies.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitTest {

    @Test
    void findsTheHinge() {
        Hinge hinge = Hinge.fit(points(n -> Math.min(2.0 * n, 13), 1, 2, 4, 8, 16));
        assertThat(hinge.slope()).isCloseTo(2, within(1e-9));
        assertThat(hinge.most()).isCloseTo(13, within(1e-9));
        assertThat(hinge.knee()).isCloseTo(6.5, within(1e-9));
    }

    @Test
    void seesNoHingeInAStraightLine() {
        assertThat(Hinge.fit(points(n -> 3.0 * n, 1, 2, 4, 8)).most()).isInfinite();
    }

    @Test
    void findsTheUniversalLaw() {
        UniversalLaw truth = new UniversalLaw(2, 0.1, 0.02);
        UniversalLaw law = UniversalLaw.fit(points(truth::time, 1, 2, 4, 8, 16));
        assertThat(law.alone()).isCloseTo(2, within(1e-6));
        assertThat(law.serial()).isCloseTo(0.1, within(1e-6));
        assertThat(law.crosstalk()).isCloseTo(0.02, within(1e-6));
    }

    @Test
    void takesTheSimplestLawThatFits() {
        UniversalLaw law = UniversalLaw.fit(points(n -> 2, 1, 2, 4, 8));
        assertThat(law).isEqualTo(new UniversalLaw(2, 0, 0));
        assertThat(UniversalLaw.fit(points(n -> 5, 7)).time(30)).isCloseTo(5, within(1e-9));
    }

    @Test
    void neverGivesANegativeParameter() {
        UniversalLaw law = UniversalLaw.fit(points(n -> 2.0 - 0.1 * n, 1, 4, 8));
        assertThat(law.serial()).isNotNegative();
        assertThat(law.crosstalk()).isNotNegative();
        assertThat(law.alone()).isPositive();
    }

    @Test
    void aSharedSourceGivesNoMoreBeyondItsKnee() {
        SharedSource source = new SharedSource(n -> 9, new Places(1, 0, true), 40);
        assertThat(source.knee()).isEqualTo(10);
        assertThat(source.at(40)).isCloseTo(1, within(1e-3)).isLessThan(1);
    }

    @Test
    void nobodyWaitsAsLongAsTheLinesOfAllTakeLessThanTheSourceGives() {
        SharedSource source = new SharedSource(n -> 6, new Places(1, 3, true), 40);
        assertThat(source.at(4)).isCloseTo(0.4, within(1e-9));
        assertThat(source.at(8)).isCloseTo(0.8, within(0.05)).isLessThan(0.8);
        assertThat(source.at(40)).isCloseTo(1, within(1e-3));
    }

    @Test
    void manyWorkersAtANarrowSourceHaveARateToo() {
        SharedSource source = new SharedSource(n -> 1e-6, new Places(1e6, 0, true), 1000);
        assertThat(source.at(1000)).isCloseTo(1e-6, within(1e-12));
    }

    private static List<Point> points(IntToDoubleFunction value, int... workers) {
        return IntStream.of(workers)
                .mapToObj(n -> new Point(n, value.applyAsDouble(n), 0.01 * value.applyAsDouble(n)))
                .toList();
    }
}
