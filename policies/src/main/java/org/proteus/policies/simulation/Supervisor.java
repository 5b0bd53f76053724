package org.proteus.policies.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.proteus.policies.scaling.FairShares;
import org.proteus.policies.scaling.Sample;
import org.proteus.policies.scaling.StageUse;
import org.proteus.policies.scaling.Surroundings;

/** What a scaler does in a run: looks at the jobs, asks their policies, adds up what they want. */
final class Supervisor {

    private static final double NANOS = 1e9;

    /**
     * The tasks of a job that are under way.
     *
     * @param work what of them is done
     * @param use what their workers did for them
     */
    record UnderWay(double work, StageUse use) {}

    private final Scenario scenario;
    private final List<JobRun> jobs;
    private int target;

    Supervisor(Scenario scenario, List<JobRun> jobs) {
        this.scenario = scenario;
        this.jobs = jobs;
    }

    /** Returns how many workers the pool shall have. */
    int look(double now, Function<JobRun, UnderWay> underWay, Roster roster, int idle) {
        int alive = roster.alive();
        for (JobRun job : jobs) {
            if (!job.isActive(now)) {
                job.wanted = 0;
            } else if (job.wanted == 0) {
                job.wanted = job.chooser.start(now);
                job.trace.wants(now, job.wanted);
            } else {
                Sample sample = sample(now, job, underWay, alive, idle, roster.booting());
                job.wanted = job.chooser.next(now, job.given, sample);
                traced(now, job);
            }
        }
        return divide();
    }

    /** What a job wants while it has fewer tasks than that says nothing about its policy. */
    private static void traced(double now, JobRun job) {
        if (job.queued() > job.given) {
            job.trace.wants(now, job.wanted);
        }
    }

    private int divide() {
        int[] wanted = jobs.stream().mapToInt(job -> Math.min(job.wanted, job.open())).toArray();
        int[] given = FairShares.divide(wanted, scenario.settings().max());
        target = 0;
        for (int i = 0; i < given.length; i++) {
            jobs.get(i).given = given[i];
            target += given[i];
        }
        return target;
    }

    private Sample sample(
            double now,
            JobRun job,
            Function<JobRun, UnderWay> underWay,
            int alive,
            int idle,
            int booting) {
        int workers = alive >= target ? job.given : job.given * alive / Math.max(1, target);
        UnderWay tasks = underWay.apply(job);
        boolean told = job.progress();
        return new Sample(
                time(now),
                workers,
                job.running,
                job.done + (told ? tasks.work() : 0),
                "bytes",
                job.sums.tasks(),
                Optional.of(told ? job.use.plus(tasks.use()) : job.use),
                job.sums,
                new Surroundings(
                        Optional.of(job.queued()),
                        Optional.of(idle),
                        Optional.of(booting),
                        Optional.empty(),
                        Optional.of(job.remaining()),
                        Optional.of(scenario.boot()),
                        Optional.empty()));
    }

    private static Duration time(double seconds) {
        return Duration.ofNanos((long) (seconds * NANOS));
    }
}
