package org.proteus.policies.scaling.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.policies.scaling.adaptive.Windows.atSource;
import static org.proteus.policies.scaling.adaptive.Windows.exact;
import static org.proteus.policies.scaling.adaptive.Windows.rough;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Surroundings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

class HistoryTest {

    private final History policy = new History();
    private final ScalingSettings settings = Windows.settings(1, 64);

    @Test
    void growsByMultiplesWhileNothingLimitsTheRate() {
        assertThat(Windows.course(policy, settings, n -> n, 5))
                .containsExactly(4, 16, 32, 64, 64, 64);
    }

    @Test
    void tellsTheRatioOfTheStepToThePresentNumber() {
        assertThat(decide(exact(4, 4)).ratio()).isEmpty();
        assertThat(decide(exact(4, 4), exact(8, 6)).ratio()).hasValue(0.5);
    }

    @Test
    void findsAKneeByRatesAloneAndRestsThere() {
        List<Integer> wanted = Windows.course(policy, settings, n -> Math.min(n, 13), 12);
        assertThat(wanted.subList(4, wanted.size())).containsOnly(13);
    }

    @Test
    void seesTheKneeOfASharedSourceFromAfar() {
        SharedSource source = new SharedSource(n -> 10, new Places(1, 0, true), 64);
        Verdict verdict = decide(atSource(4, source.at(4), 1 - 10 * source.at(4) / 4));
        assertThat(verdict.workers()).isEqualTo(source.best(settings));
        assertThat(verdict.reason())
                .isEqualTo(
                        "8 more: 0.353 objects/s with 4, source and sink give no more from 11.0"
                                + " workers on, 12 pay at ratio 0.50");
    }

    @Test
    void holdsNearTheBestNumber() {
        assertThat(decide(queueing(10, 4), queueing(10, 12)).reason()).startsWith("holds at 12: ");
    }

    @Test
    void looksWhetherWorkersWaitForEachOtherBeforeItShrinksForThat() {
        Verdict verdict = decide(queueing(1, 4));
        assertThat(verdict.workers()).isEqualTo(6);
        assertThat(verdict.reason()).contains("wait for each other at source and sink");
        assertThat(decide(queueing(1, 4), queueing(1, 6)).workers()).isEqualTo(2);
    }

    @Test
    void doesNotGoBelowANumberFromWhichTheRateStillGrew() {
        // By the times at the source two would do; six that bring a sixth more contradict that.
        assertThat(decide(atSource(4, 129, 0.75, 7.4), atSource(6, 151, 0.75, 7.3)).workers())
                .isEqualTo(4);
        assertThat(decide(atSource(4, 129, 0.75, 7.4), atSource(6, 131, 0.83, 7.3)).workers())
                .isEqualTo(2);
    }

    @Test
    void growsWhereOnlyTheirOwnLinesHoldWorkersBack() {
        // Three quarters of the time at places, and none of it is anybody else's.
        Window four = atSource(4, 4, 0.75);
        assertThat(decide(four).workers()).isEqualTo(6);
        assertThat(decide(four, atSource(6, 6, 0.75)).workers()).isEqualTo(12);
    }

    @Test
    void findsTheHostThatIsSlowerWithMoreWorkers() {
        UniversalLaw law = new UniversalLaw(1, 0.02, 0.002);
        List<Integer> wanted = Windows.course(policy, settings, law::at, 12);
        assertThat(wanted.subList(6, wanted.size()))
                .allSatisfy(n -> assertThat(n).isBetween(10, 12));
    }

    @Test
    void findsTheHostOnWhichOnlySoManyFindRoom() {
        Verdict verdict = decide(atSource(4, 4, 0), atSource(16, 8, 0));
        assertThat(verdict.workers()).isEqualTo(8);
        assertThat(verdict.reason()).contains("the rate bends at 8.0");
    }

    @Test
    void restsBesideTheBestNumberWhereTheCurveIsFlat() {
        // Five are best in the first world, by next to nothing; six in the second, by more.
        assertThat(decide(queueing(3, 2), queueing(3, 4)).workers()).isEqualTo(4);
        assertThat(decide(queueing(4, 2), queueing(4, 5)).workers()).isEqualTo(6);
    }

    @Test
    void triesTheNeighbourOfFewWorkers() {
        double[] capacity = {0, 1, 2, 3, 2.65};
        List<Integer> wanted = Windows.course(policy, Windows.settings(1, 4), n -> capacity[n], 12);
        assertThat(wanted.subList(8, wanted.size())).containsOnly(3);
    }

    @Test
    void measuresTwiceWhatItKnowsRoughly() {
        assertThat(decide(rough(4, 4, 0.5)).workers()).isEqualTo(4);
        assertThat(decide(rough(4, 4, 0.5), rough(4, 4, 0.5)).workers()).isGreaterThan(4);
    }

    @Test
    void beginsAnewOnlyWhenTwoWindowsAreOff() {
        Window before = exact(13, 13);
        Window after = exact(13, 6);
        assertThat(decide(before, before, after).reason()).contains("far from what it was");
        assertThat(decide(before, before, after, before).reason()).startsWith("39 more");
        assertThat(decide(before, before, after, after).workers()).isEqualTo(6);
    }

    @Test
    void doesNotGrowWithoutWorkForFurtherWorkers() {
        assertThat(decide(rough(4, 4, 0.04, waiting(1, 2))).reason())
                .isEqualTo("holds at 4: 1 tasks wait for 2 idle and booting workers");
        assertThat(decide(rough(4, 4, 0.04, waiting(2, 2))).reason())
                .isEqualTo("holds at 4: no further task waits");
    }

    @Test
    void growsByNoMoreWorkersThanThereAreTasks() {
        assertThat(decide(rough(4, 4, 0.04, waiting(5, 2))).workers()).isEqualTo(7);
    }

    private static Surroundings waiting(int tasks, int idle) {
        return new Surroundings(
                Optional.of(tasks),
                Optional.of(idle),
                Optional.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void doesNotGrowWhenTheWorkEndsBeforeAWorkerBoots() {
        Surroundings ending =
                new Surroundings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(100.0),
                        Optional.of(Duration.ofSeconds(30)),
                        Optional.empty());
        assertThat(decide(rough(4, 4, 0.04, ending)).reason())
                .isEqualTo("holds at 4: the rest takes 25 s, a new worker 30 s to start");
    }

    @Test
    void holdsWhileTheLastTasksRun() {
        Surroundings last =
                new Surroundings(
                        Optional.of(0),
                        Optional.of(3),
                        Optional.of(0),
                        Optional.empty(),
                        Optional.of(100.0),
                        Optional.empty(),
                        Optional.empty());
        Window slow = rough(6, 1, 0.01, last);
        Verdict verdict = decide(exact(4, 4), exact(6, 6), slow, slow);
        assertThat(verdict.workers()).isEqualTo(6);
        assertThat(verdict.reason())
                .isEqualTo("holds at 6: nothing waits any more; 1.00 objects/s");
        assertThat(decide(exact(4, 4), exact(6, 6), exact(6, 1), exact(6, 1)).workers())
                .isLessThan(6);
    }

    /** So many workers at a source that a work unit keeps busy for a second. */
    private static Window queueing(double executing, int workers) {
        double rate = new SharedSource(n -> executing, new Places(1, 0, true), workers).at(workers);
        return atSource(workers, rate, 1 - executing * rate / workers);
    }

    private Verdict decide(Window... windows) {
        return policy.decide(settings, Arrays.asList(windows));
    }
}
