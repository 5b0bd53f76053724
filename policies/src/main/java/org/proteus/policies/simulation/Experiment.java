package org.proteus.policies.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.proteus.policies.scaling.ScalingPolicy;

/** One policy in one scenario, over many seeds; seeds run in parallel on all cores. */
public final class Experiment {

    private final Scenario scenario;
    private final Trial trial;

    /**
     * Prepares a scenario.
     *
     * @throws IllegalArgumentException if a job has more tasks than a simulation can take
     */
    public Experiment(Scenario scenario) {
        this.scenario = scenario;
        this.trial = new Trial(scenario);
    }

    /**
     * One run beside the oracle's with the same seed.
     *
     * @param settlings every phase of every job that the run reached, by job and time
     * @param cost worker-seconds over the oracle's
     * @param time duration over the oracle's
     */
    record Compared(List<Settling> settlings, double cost, double time) {}

    /**
     * Runs the policy.
     *
     * @param first first seed
     * @param last last seed, not before the first
     */
    public Summary run(ScalingPolicy policy, long first, long last) {
        List<Compared> runs =
                LongStream.rangeClosed(first, last)
                        .parallel()
                        .mapToObj(seed -> compare(policy, seed))
                        .toList();
        return Summary.of(scenario, policy.id(), trial.phases(), runs);
    }

    private Compared compare(ScalingPolicy policy, long seed) {
        Trial.Run own = trial.of(policy, seed);
        Trial.Run best = trial.ofOracle(seed);
        return new Compared(
                settlings(own),
                own.workerSeconds() / best.workerSeconds(),
                own.seconds() / best.seconds());
    }

    private List<Settling> settlings(Trial.Run run) {
        List<Settling> settlings = new ArrayList<>();
        double window = Oracle.seconds(scenario.settings().window());
        for (int job = 0; job < run.traces().size(); job++) {
            Trace trace = run.traces().get(job);
            List<Oracle.Phase> phases = trial.phases().get(job);
            for (int i = 0; i < phases.size(); i++) {
                double next =
                        i + 1 < phases.size() ? phases.get(i + 1).from() : Double.POSITIVE_INFINITY;
                double end = Math.min(next, trace.end());
                settlings.add(Settling.of(trace, phases.get(i), end, window));
            }
        }
        return settlings;
    }
}
