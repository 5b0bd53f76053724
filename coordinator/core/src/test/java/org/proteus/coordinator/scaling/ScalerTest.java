package org.proteus.coordinator.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.ScalingPoint;
import org.proteus.foundation.model.job.ScalingRequest;
import org.proteus.foundation.net.WireJson;

/** The scaler on a virtual clock, with a pool whose workers are there at once. */
class ScalerTest {

    private static final Money PRICE = new Money(0.5, "EUR");

    private final World world = new World();
    private final Scaler scaler =
            new Scaler(world, world, ScalingDefaults.fixed(2, 8), 1, () -> world.now);

    @Test
    void keepsIdleWorkersWhileNothingRuns() {
        scaler.tick();
        assertThat(world.size).isEqualTo(1);
    }

    @Test
    void givesAFixedJobItsWorkersAndTakesThemAwayAfterwards() {
        world.put("a", fixed(4), 0, 100);
        scaler.tick();
        assertThat(world.size).isEqualTo(4);
        assertThat(world.log.get("a").getFirst().wanted()).isEqualTo(4);
        world.jobs.clear();
        scaler.tick();
        assertThat(world.size).isEqualTo(1);
    }

    @Test
    void addsUpWhatSeveralJobsWantAsFarAsThePoolGoes() {
        world.put("a", fixed(5), 0, 100);
        world.put("b", fixed(5), 0, 100);
        scaler.tick();
        assertThat(world.size).isEqualTo(8);
    }

    @Test
    void dividesASmallPoolFairlyAndMeasuresWithTheShares() {
        for (int second = 0; second < 120; second++) {
            world.put("first", efficiency(8), 8L * second, 10_000);
            world.put("second", efficiency(8), 8L * second, 10_000);
            scaler.tick();
            world.pass(Duration.ofSeconds(1));
        }
        assertThat(world.size).isEqualTo(8);
        assertThat(world.log.get("first").getLast().workers()).isEqualTo(4);
        assertThat(world.log.get("second").getLast().workers()).isEqualTo(4);
    }

    @Test
    void startsNoMoreWorkersThanObjectsAreLeft() {
        world.put("a", fixed(5), 0, 2);
        scaler.tick();
        assertThat(world.size).isEqualTo(2);
    }

    @Test
    void climbsByMeasuredRatesAndRecordsEachDecision() {
        runFor(Duration.ofMinutes(10), 4);
        List<Decision> log = world.log.get("a");
        assertThat(log.stream().map(Decision::wanted).limit(4)).containsExactly(1, 2, 4, 8);
        assertThat(log.getLast().wanted()).isEqualTo(4);
        assertThat(log.get(2).reason()).contains("ratio");
        assertThat(log.get(2).rate()).isEqualTo(2.0);
        assertThat(log.get(2).ratio()).hasValue(1.0);
        assertThat(log.get(1).ratio()).isEmpty();
    }

    @Test
    void notesWhereEachJobStandsEveryTwoSeconds() {
        world.liveOverride = Optional.of(0);
        for (int second = 0; second <= 60; second++) {
            world.put("a", fixed(4), 4L * second, 1000 - 4L * second);
            scaler.tick();
            world.liveOverride = Optional.empty();
            world.pass(Duration.ofSeconds(1));
        }
        List<ScalingPoint> points = world.points.get("a");
        assertThat(points).hasSize(31);
        assertThat(points.getFirst().rate()).isEmpty();
        assertThat(points.getFirst().workers()).isZero();
        assertThat(points.getFirst().booting()).isEqualTo(4);
        assertThat(points.get(20).workers()).isEqualTo(4);
        assertThat(points.get(20).rate()).hasValue(4.0);
        assertThat(points.get(20).queued()).isEqualTo(1000 - 4L * 40);
    }

    @Test
    void doesNotMeasureWhileWorkersStart() {
        world.put("a", efficiency(), 0, 1000);
        scaler.tick();
        world.liveOverride = Optional.of(0);
        for (int i = 0; i < 20; i++) {
            world.pass(Duration.ofSeconds(10));
            scaler.tick();
        }
        assertThat(world.log.get("a")).hasSize(1);
    }

    @Test
    void measuresAnewWhenEndedObjectsAreOpenAgain() {
        world.put("a", efficiency(), 10, 0);
        scaler.tick();
        scaler.tick();
        for (int done = 0; done <= 40; done++) {
            world.pass(Duration.ofSeconds(1));
            world.put("a", efficiency(), done, 100 - done);
            scaler.tick();
        }
        assertThat(world.log.get("a"))
                .hasSize(2)
                .allSatisfy(decision -> assertThat(decision.rate()).isNotNegative());
    }

    @Test
    void tellsWhatAJobCostUntilItsEndAndNoMore() {
        world.put("a", fixed(3), 0, 100);
        for (int second = 0; second <= 21; second++) {
            scaler.tick();
            world.pass(Duration.ofSeconds(1));
        }
        world.jobs.clear();
        for (int second = 0; second < 10; second++) {
            scaler.tick();
            world.pass(Duration.ofSeconds(1));
        }
        JobCost cost =
                world.points.get("a").stream()
                        .map(ScalingPoint::cost)
                        .reduce(JobCost.NONE, JobCost::plus);
        assertThat(cost.workerSeconds()).isCloseTo(3 * 22, within(1e-6));
        assertThat(cost.money().orElseThrow().amount())
                .isCloseTo(3 * 22 * PRICE.amount() / 3600, within(1e-6));
    }

    @Test
    void changesNothingSoonerThanAJobAllows() {
        ScalingRequest calm =
                WireJson.mapper()
                        .convertValue(
                                Map.of("policy", "efficiency", "window", "30s", "cooldown", "5m"),
                                ScalingRequest.class);
        long done = 0;
        for (int second = 0; second < 900; second++) {
            world.put("a", calm, done, 1_000_000 - done);
            scaler.tick();
            world.pass(Duration.ofSeconds(1));
            done += world.size;
        }
        List<Instant> changes =
                world.log.get("a").stream()
                        .filter(decision -> decision.workers() != decision.wanted())
                        .map(Decision::at)
                        .toList();
        assertThat(changes).hasSize(3);
        assertThat(Duration.between(changes.get(1), changes.get(2)))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void refusesUnknownPoliciesAndSettingsOutOfRange() {
        ScalingDefaults defaults = ScalingDefaults.fixed(2, 8);
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> defaults.policyOf(request("guess", null, null)))
                .withMessageContaining("efficiency, first-step, fixed, history")
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_REQUEST));
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> defaults.settingsOf(request("efficiency", 7.0, null)))
                .withMessageContaining("ratio");
        ScalingRequest hasty =
                WireJson.mapper().convertValue(Map.of("cooldown", "soon"), ScalingRequest.class);
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> defaults.settingsOf(hasty))
                .withMessageContaining("soon");
    }

    /**
     * Runs one efficiency job on a system that does one object per second and worker up to a knee.
     */
    private void runFor(Duration length, int knee) {
        long done = 0;
        for (long second = 0; second < length.toSeconds(); second++) {
            world.put("a", efficiency(), done, 1_000_000 - done);
            scaler.tick();
            world.pass(Duration.ofSeconds(1));
            done += Math.min(world.size, knee);
        }
    }

    private static ScalingRequest fixed(int workers) {
        return request("fixed", null, workers);
    }

    private static ScalingRequest efficiency() {
        return request("efficiency", 0.5, null);
    }

    private static ScalingRequest efficiency(int min) {
        return new ScalingRequest(
                Optional.of("efficiency"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(min),
                Optional.empty(),
                Optional.empty(),
                Optional.of("30s"),
                Optional.empty());
    }

    private static ScalingRequest request(String policy, Double ratio, Integer workers) {
        return new ScalingRequest(
                Optional.of(policy),
                Optional.ofNullable(workers),
                Optional.ofNullable(ratio),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("30s"),
                Optional.empty());
    }

    private static final class World implements ScalingView, WorkerPool {

        private final Map<String, ScalableJob> jobs = new LinkedHashMap<>();
        private final Map<String, List<Decision>> log = new LinkedHashMap<>();
        private final Map<String, List<ScalingPoint>> points = new LinkedHashMap<>();
        private Instant now = Instant.EPOCH;
        private Optional<Integer> liveOverride = Optional.empty();
        private int size;

        void put(String id, ScalingRequest request, long ended, long open) {
            ScalableJob.Work work = ScalableJob.Work.objects(ended);
            jobs.put(id, new ScalableJob(id, request, ended, open, open, 0, work));
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public List<ScalableJob> runningJobs() {
            return List.copyOf(jobs.values());
        }

        @Override
        public int liveWorkers(String pool) {
            return liveOverride.orElse(size);
        }

        @Override
        public int idleWorkers(String pool) {
            return 0;
        }

        @Override
        public void record(String job, Decision decision) {
            log.computeIfAbsent(job, id -> new ArrayList<>()).add(decision);
        }

        @Override
        public void note(Map<String, ScalingPoint> now) {
            now.forEach((job, point) ->
                    points.computeIfAbsent(job, id -> new ArrayList<>()).add(point));
        }

        @Override
        public String name() {
            return "test";
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int capacity() {
            return 8;
        }

        @Override
        public Optional<Money> hourlyCost() {
            return Optional.of(PRICE.times(size));
        }

        @Override
        public void resize(int wanted) {
            size = wanted;
        }

        @Override
        public void close() {
            size = 0;
        }
    }
}
