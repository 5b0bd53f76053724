package org.proteus.policies.simulation;

import java.util.List;
import java.util.Optional;
import org.proteus.policies.scaling.Course;
import org.proteus.policies.scaling.Sample;
import org.proteus.policies.scaling.ScalingPolicy;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.scaling.Verdict;

/** Chooses the number of workers of one simulated job. */
interface Chooser {

    /** Returns how many workers the job begins with. */
    int start(double time);

    /** Returns how many workers the job wants after this sample. */
    int next(double time, int given, Sample sample);

    /** Asks a policy, as the scaler of a service does. */
    static Chooser of(ScalingPolicy policy, ScalingSettings settings) {
        Course course = new Course(policy, settings);
        return new Chooser() {
            @Override
            public int start(double time) {
                return course.start().workers();
            }

            @Override
            public int next(double time, int given, Sample sample) {
                Optional<Verdict> verdict = course.tick(given, sample);
                return verdict.map(Verdict::workers).orElseGet(course::wanted);
            }
        };
    }

    /** Always wants what is best. */
    static Chooser oracle(List<Oracle.Phase> phases) {
        return new Chooser() {
            @Override
            public int start(double time) {
                return next(time, 0, null);
            }

            @Override
            public int next(double time, int given, Sample sample) {
                int workers = phases.getFirst().workers();
                for (Oracle.Phase phase : phases) {
                    workers = phase.from() <= time ? phase.workers() : workers;
                }
                return workers;
            }
        };
    }
}
