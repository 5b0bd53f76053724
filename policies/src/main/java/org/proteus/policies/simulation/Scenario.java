package org.proteus.policies.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.proteus.policies.scaling.ScalingSettings;

/**
 * A world to try policies in; {@code docs/scenarios.md} describes it.
 *
 * @param name its name
 * @param settings settings of every job's policy; the pool bounds are its limits
 * @param boot how long a worker takes from the order to its first task
 * @param warmUp how much longer a worker's first task takes
 * @param heartbeat time between two looks at the jobs
 * @param host what tasks on one host do to each other; all jobs share it
 * @param jobs the jobs; at least one
 * @param changes what changes, by time
 */
public record Scenario(
        String name,
        ScalingSettings settings,
        Duration boot,
        Duration warmUp,
        Duration heartbeat,
        Capacity host,
        List<JobScenario> jobs,
        List<Change> changes) {

    public Scenario {
        jobs = List.copyOf(jobs);
        changes = changes.stream().sorted(Comparator.comparing(Change::at)).toList();
    }

    /** Returns the same world in which every job is so long. */
    public Scenario lasting(Duration length) {
        return new Scenario(
                name,
                settings,
                boot,
                warmUp,
                heartbeat,
                host,
                jobs.stream().map(job -> job.lasting(length)).toList(),
                changes);
    }

    /** Returns the same world with other settings of its policies. */
    public Scenario with(ScalingSettings other) {
        return new Scenario(name, other, boot, warmUp, heartbeat, host, jobs, changes);
    }
}
