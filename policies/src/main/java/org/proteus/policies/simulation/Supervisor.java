package org.proteus.policies.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.proteus.policies.scaling.FairShares;
import org.proteus.policies.scaling.PlaceUse;
import org.proteus.policies.scaling.Sample;
import org.proteus.policies.scaling.Surroundings;

/** What a scaler does in a run: looks at the jobs, asks their policies, adds up what they want. */
final class Supervisor {

    private static final double NANOS = 1e9;

    /**
     * The tasks of a job that are under way.
     *
     * @param work what of them is done
     * @param places what they did at their source
     */
    record UnderWay(double work, PlaceUse places) {}

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
        PlaceUse places =
                new PlaceUse(
                        job.atPlaces + tasks.places().seconds(), job.done + tasks.places().work());
        double partly = job.progress() ? tasks.work() : 0;
        return new Sample(
                time(now),
                workers,
                job.done + partly,
                "bytes",
                job.sums.tasks(),
                Optional.of(places),
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
