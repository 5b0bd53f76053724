package org.proteus.policies.simulation;

import java.util.List;

/**
 * One run of a scenario on a virtual clock, event by event: workers boot, fetch, execute, and take
 * the next task. Looks at nothing that a policy may not see on its behalf; not thread-safe.
 */
final class World {

    /** A run that takes so long in the virtual world is given up: its policy wants no workers. */
    private static final double LONGEST = 30L * 24 * 3600;

    private final Scenario scenario;
    private final List<JobRun> jobs;
    private final Crew crew;
    private final double heartbeat;
    private double now;
    private double nextLook;
    private int changes;

    World(Scenario scenario, List<JobRun> jobs) {
        this.scenario = scenario;
        this.jobs = jobs;
        this.crew = new Crew(scenario, jobs);
        this.heartbeat = Oracle.seconds(scenario.heartbeat());
    }

    /**
     * Runs until every job has ended.
     *
     * @return the seconds of all workers, from the order to their end
     */
    double run() {
        while (jobs.stream().anyMatch(job -> Double.isNaN(job.ended))) {
            double look = nextLook;
            double change = nextChange();
            double event = crew.next();
            now = Math.min(look, Math.min(change, event));
            if (now > LONGEST) {
                throw new IllegalArgumentException(
                        scenario.name() + " takes more than 30 days; its job is too large");
            }
            if (now == event) {
                crew.handle(now);
            } else if (now == change) {
                Change due = scenario.changes().get(changes++);
                jobs.get(due.job()).change(now, due);
            } else {
                crew.look(now);
                nextLook += heartbeat;
            }
        }
        return crew.dismiss(now);
    }

    private double nextChange() {
        return changes < scenario.changes().size()
                ? Oracle.seconds(scenario.changes().get(changes).at())
                : Double.POSITIVE_INFINITY;
    }
}
