package org.proteus.policies.simulation;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.proteus.policies.scaling.Effort;
import org.proteus.policies.scaling.StageUse;

/** The workers of a run: what each of them does, and when the next of them is through with it. */
final class Crew {

    private final List<JobRun> jobs;
    private final Capacity capacity;
    private final double warmUp;
    private final SharedStation host;
    private final JobRun[] jobOf;
    private final JobRun.Task[] task;
    private final double[] took;
    private final double[] fetched;
    private final boolean[] cold;
    private final BitSet idle = new BitSet();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final Roster roster;
    private final Supervisor supervisor;

    Crew(Scenario scenario, List<JobRun> jobs) {
        int most = scenario.settings().max();
        this.jobs = jobs;
        this.capacity = scenario.host();
        this.warmUp = Oracle.seconds(scenario.warmUp());
        // A worker that drains still has its place while another boots.
        this.roster = new Roster(2 * most, Oracle.seconds(scenario.boot()));
        this.host = new SharedStation(2 * most, n -> capacity.of(n) / n);
        this.jobOf = new JobRun[2 * most];
        this.task = new JobRun.Task[2 * most];
        this.took = new double[2 * most];
        this.fetched = new double[2 * most];
        this.cold = new boolean[2 * most];
        this.supervisor = new Supervisor(scenario, jobs);
    }

    double next() {
        double next = Math.min(roster.nextReady(), host.next());
        for (JobRun job : jobs) {
            next = Math.min(next, job.source.next());
        }
        return next;
    }

    void handle(double now) {
        if (roster.nextReady() <= now) {
            int worker = roster.ready(now);
            cold[worker] = true;
            seek(now, worker);
            return;
        }
        if (host.next() <= now) {
            executed(now, host.leave(now));
            return;
        }
        for (JobRun job : jobs) {
            if (job.source.next() <= now) {
                fetched(now, job.source.leave(now));
                return;
            }
        }
    }

    /** Finds the worker a task, of the job that has least of what it was given. */
    private void seek(double now, int worker) {
        JobRun best = null;
        for (JobRun job : jobs) {
            if (job.isActive(now) && job.queued() > 0 && (best == null || isWorseOff(job, best))) {
                best = job;
            }
        }
        if (best == null) {
            idle.set(worker);
            return;
        }
        idle.clear(worker);
        jobOf[worker] = best;
        task[worker] = best.take();
        took[worker] = now;
        if (best.isFetchFree()) {
            fetched(now, worker);
        } else {
            best.source.enter(now, worker, task[worker].size());
        }
    }

    private static boolean isWorseOff(JobRun job, JobRun other) {
        return job.running * Math.max(1, other.given) < other.running * Math.max(1, job.given);
    }

    private void fetched(double now, int worker) {
        fetched[worker] = now - took[worker];
        execute(now, worker);
    }

    private void execute(double now, int worker) {
        if (host.size() >= capacity.most()) {
            waiting.add(worker);
            return;
        }
        double seconds = task[worker].seconds() + (cold[worker] ? warmUp : 0);
        cold[worker] = false;
        host.enter(now, worker, seconds);
    }

    private void executed(double now, int worker) {
        jobOf[worker].complete(now, task[worker], now - took[worker], fetched[worker]);
        jobOf[worker] = null;
        if (!waiting.isEmpty()) {
            execute(now, waiting.remove());
        }
        if (!roster.leavesIfDraining(now, worker)) {
            seek(now, worker);
        }
    }

    /** Lets the jobs be looked at, and brings the number of workers to what they want. */
    void look(double now) {
        host.advance(now);
        jobs.forEach(job -> job.source.advance(now));
        int target = supervisor.look(now, job -> underWay(now, job), roster, idle.cardinality());
        roster.resize(now, target, idle);
        for (int w = idle.nextSetBit(0); w >= 0; w = idle.nextSetBit(w + 1)) {
            seek(now, w);
        }
    }

    private Supervisor.UnderWay underWay(double now, JobRun job) {
        double work = 0;
        StageUse use = StageUse.NONE;
        for (int w = 0; w < jobOf.length; w++) {
            if (jobOf[w] == job) {
                boolean fetching = job.source.serves(w);
                double fetch = fetching ? job.source.share(w) : 1;
                double share = job.fetchingShare();
                work += (share * fetch + (1 - share) * host.share(w)) * task[w].size();
                double gone = now - took[w];
                use = use.plus(use(task[w], fetch, fetching ? gone : fetched[w], gone, w));
            }
        }
        return new Supervisor.UnderWay(work, use);
    }

    private StageUse use(JobRun.Task task, double fetch, double fetching, double gone, int worker) {
        return new StageUse(
                new Effort(fetching, fetch * task.size()),
                new Effort(gone - fetching, host.share(worker) * task.size()));
    }

    /** Ends every worker and returns the seconds of all. */
    double dismiss(double now) {
        return roster.dismiss(now);
    }
}
