package org.proteus.coordinator.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.ScalingPoint;
import org.proteus.policies.scaling.Course;
import org.proteus.policies.scaling.Rate;
import org.proteus.policies.scaling.Sample;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Surroundings;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/** The course of one job as decisions for its log. Not thread-safe. */
final class JobScaling {

    private final Course course;
    private final Trail trail;
    private int given;
    private ScalableJob seen;
    private Instant paid;
    private JobCost spent = JobCost.NONE;

    JobScaling(ScalingPolicy policy, ScalingSettings settings) {
        this.course = new Course(policy, settings);
        this.trail = new Trail(settings.window());
    }

    /** Returns how many workers the job wants; never more than it has objects left. */
    int wanted(ScalableJob job) {
        return Math.toIntExact(Math.min(course.wanted(), Math.max(1, job.open())));
    }

    /** Tells how many workers of the pool are the job's. */
    void give(int workers) {
        given = workers;
    }

    Decision start(Instant now, ScalableJob job) {
        seen = job;
        paid = now;
        Verdict verdict = course.start();
        return Decision.unmeasured(
                now, course.policy(), 0, verdict.workers(), job.work().measure(), verdict.reason());
    }

    /** Goes on measuring; a decision comes at the end of a window. */
    Optional<Decision> tick(Instant now, ScalableJob job, PoolState pool) {
        seen = job;
        spend(now, pool);
        Sample sample =
                new Sample(
                        Duration.between(Instant.EPOCH, now),
                        pool.present(given),
                        job.working(),
                        job.work().done(),
                        job.work().measure(),
                        job.ended(),
                        job.work().stages(),
                        job.work().sums(),
                        surroundings(job, pool));
        trail.add(sample);
        return course.tick(given, sample).map(verdict -> decision(now, verdict));
    }

    private static Surroundings surroundings(ScalableJob job, PoolState pool) {
        return new Surroundings(
                Optional.of(Math.toIntExact(job.queued())),
                Optional.of(pool.idle()),
                Optional.of(pool.booting()),
                Optional.empty(),
                job.work().remaining(),
                pool.boot(),
                pool.each());
    }

    private void spend(Instant now, PoolState pool) {
        spent = spent.plus(pool.cost(given, Duration.between(paid, now)));
        paid = now;
    }

    private Decision decision(Instant now, Verdict verdict) {
        Window window = course.lastWindow().orElseThrow();
        return new Decision(
                now,
                course.policy(),
                window.workers(),
                verdict.workers(),
                window.rate().perSecond(),
                window.rate().error(),
                window.rate().measure(),
                verdict.ratio(),
                JobCost.NONE,
                verdict.reason());
    }

    /** Returns where the job stands, for a chart, and what was spent since it was asked before. */
    ScalingPoint point(Instant now, PoolState pool) {
        spend(now, pool);
        JobCost cost = spent;
        spent = JobCost.NONE;
        Optional<Rate> rate = trail.rate();
        int present = pool.present(given);
        return new ScalingPoint(
                now,
                rate.map(Rate::perSecond),
                rate.flatMap(Rate::error),
                seen.work().measure(),
                present,
                given - present,
                pool.idle(),
                course.wanted(),
                seen.queued(),
                cost);
    }
}
