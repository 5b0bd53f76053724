package org.proteus.coordinator.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.coordinator.scaling.ScalableJob;
import org.proteus.coordinator.scaling.ScalingView;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ScalingPoint;
import org.proteus.foundation.model.job.ScalingRequest;

class PoolNotesTest {

    private final World world = new World();
    private final PoolNotes notes = new PoolNotes(world, world, InstantSource.fixed(Instant.EPOCH));

    @Test
    void eachJobIsToldEachReasonOnce() {
        world.jobs.add(job("first"));
        notes.look();
        assertThat(world.log).isEmpty();

        world.note = "quota reached";
        notes.look();
        notes.look();
        assertThat(world.log).containsExactly("first: 2 of pool, quota reached");

        world.jobs.add(job("second"));
        notes.look();
        assertThat(world.log).hasSize(2).last().isEqualTo("second: 2 of pool, quota reached");

        world.note = "";
        notes.look();
        world.note = "quota reached";
        notes.look();
        assertThat(world.log).hasSize(4);
    }

    private static ScalableJob job(String id) {
        return new ScalableJob(id, ScalingRequest.DEFAULT, 0, 1, 1, 0, ScalableJob.Work.objects(0));
    }

    private static final class World implements ScalingView, WorkerPool {

        private final List<ScalableJob> jobs = new ArrayList<>();
        private final List<String> log = new ArrayList<>();
        private String note = "";

        @Override
        public List<ScalableJob> runningJobs() {
            return List.copyOf(jobs);
        }

        @Override
        public int liveWorkers(String pool) {
            return 2;
        }

        @Override
        public int idleWorkers(String pool) {
            return 0;
        }

        @Override
        public void record(String job, Decision decision) {
            log.add(
                    "%s: %d of %s, %s"
                            .formatted(
                                    job, decision.wanted(), decision.policy(), decision.reason()));
        }

        @Override
        public void note(Map<String, ScalingPoint> points) {
            throw new AssertionError("notes are no points");
        }

        @Override
        public String name() {
            return "cloud";
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public int capacity() {
            return 4;
        }

        @Override
        public String note() {
            return note;
        }

        @Override
        public void resize(int wanted) {
            throw new AssertionError("notes change nothing");
        }

        @Override
        public void close() {
            throw new AssertionError("notes close nothing");
        }
    }
}
