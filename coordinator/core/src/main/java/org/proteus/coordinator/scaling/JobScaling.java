package org.proteus.coordinator.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.proteus.foundation.model.job.Decision;
import org.proteus.policies.scaling.Course;
import org.proteus.policies.scaling.Sample;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Surroundings;
import org.proteus.policies.scaling.TaskSums;
import org.proteus.policies.scaling.Verdict;
import org.proteus.policies.scaling.Window;

/** The course of one job as decisions for its log. Not thread-safe. */
final class JobScaling {

    private static final String MEASURE = "objects";

    private final Course course;

    JobScaling(ScalingPolicy policy, ScalingSettings settings) {
        this.course = new Course(policy, settings);
    }

    int wanted() {
        return course.wanted();
    }

    Decision start(Instant now) {
        Verdict verdict = course.start();
        return new Decision(
                now, course.policy(), 0, verdict.workers(), 0, MEASURE, verdict.reason());
    }

    /** Goes on measuring; a decision comes at the end of a window. */
    Optional<Decision> tick(Instant now, ScalableJob job, boolean workersAreThere) {
        int wanted = course.wanted();
        Sample sample =
                new Sample(
                        Duration.between(Instant.EPOCH, now),
                        workersAreThere ? wanted : 0,
                        job.ended(),
                        MEASURE,
                        job.ended(),
                        Optional.empty(),
                        TaskSums.NONE,
                        Surroundings.UNKNOWN);
        return course.tick(wanted, sample).map(verdict -> decision(now, verdict));
    }

    private Decision decision(Instant now, Verdict verdict) {
        Window window = course.lastWindow().orElseThrow();
        return new Decision(
                now,
                course.policy(),
                window.workers(),
                verdict.workers(),
                window.rate().perSecond(),
                window.rate().measure(),
                verdict.reason());
    }
}
