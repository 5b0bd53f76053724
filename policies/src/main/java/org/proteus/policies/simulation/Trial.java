package org.proteus.policies.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.proteus.policies.scaling.ScalingPolicy;

/** Runs of one scenario. Thread-safe. */
final class Trial {

    private static final int MOST_TASKS = 5_000_000;

    private final Scenario scenario;
    private final List<List<Oracle.Phase>> phases = new ArrayList<>();
    private final int[] tasks;

    /**
     * What became of a run.
     *
     * @param workerSeconds seconds of all workers, from the order to their end
     * @param seconds when the last job ended
     * @param traces what each job wanted over time
     */
    record Run(double workerSeconds, double seconds, List<Trace> traces) {}

    /**
     * @throws IllegalArgumentException if a job has more tasks than a simulation can take
     */
    Trial(Scenario scenario) {
        this.scenario = scenario;
        this.tasks = new int[scenario.jobs().size()];
        for (int i = 0; i < tasks.length; i++) {
            phases.add(Oracle.phases(scenario, i));
            tasks[i] = tasks(scenario.jobs().get(i), phases.get(i));
        }
    }

    List<List<Oracle.Phase>> phases() {
        return phases;
    }

    Run of(ScalingPolicy policy, long seed) {
        return run(seed, job -> Chooser.of(policy, scenario.settings()));
    }

    Run ofOracle(long seed) {
        return run(seed, job -> Chooser.oracle(phases.get(job)));
    }

    private Run run(long seed, IntFunction<Chooser> choosers) {
        List<JobRun> jobs = new ArrayList<>();
        int places = 2 * scenario.settings().max();
        for (int i = 0; i < tasks.length; i++) {
            JobScenario job = scenario.jobs().get(i);
            jobs.add(new JobRun(i, job, tasks[i], choosers.apply(i), seed, places));
        }
        double workerSeconds = new World(scenario, jobs).run();
        double end = jobs.stream().mapToDouble(job -> job.ended).max().orElseThrow();
        return new Run(workerSeconds, end, jobs.stream().map(job -> job.trace).toList());
    }

    /** As many tasks as the best number of workers does in the job's length, its boot included. */
    private int tasks(JobScenario job, List<Oracle.Phase> phases) {
        if (job.length().isEmpty()) {
            return job.tasks();
        }
        double end = seconds(job.starts()) + seconds(job.length().get());
        double sum = 0;
        for (int i = 0; i < phases.size(); i++) {
            double from = phases.get(i).from() + (i == 0 ? seconds(scenario.boot()) : 0);
            double to = i + 1 < phases.size() ? Math.min(end, phases.get(i + 1).from()) : end;
            sum += Math.max(0, to - from) * phases.get(i).rate();
        }
        if (sum > MOST_TASKS) {
            throw new IllegalArgumentException(
                    "%s: a job of %.0f tasks; at most %d can be simulated"
                            .formatted(scenario.name(), sum, MOST_TASKS));
        }
        return Math.max(1, (int) sum);
    }

    private static double seconds(Duration time) {
        return Oracle.seconds(time);
    }
}
