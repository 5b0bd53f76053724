package org.proteus.coordinator.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.proteus.coordinator.dispatch.ProgressBoard;
import org.proteus.coordinator.dispatch.TaskTally;
import org.proteus.coordinator.scaling.ScalableJob;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.ElementRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.TaskId;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.policies.scaling.PlaceUse;

/**
 * How far jobs are in bytes: of the objects that have ended, and of those under way as far as
 * workers told in their heartbeats. The sum never falls while no object is opened again. What
 * workers do at source and sink is known of those that report to this coordinator. Thread-safe.
 */
public final class WorkDone {

    private static final double NANOS = 1e9;
    private static final String BYTES = "bytes";
    private static final Set<String> BEFORE_STEPS = Set.of("fetch", "plan");

    private final Database database;
    private final ProgressBoard progress;
    private final TaskTally tally;
    private final Map<String, Seen> seen = new HashMap<>();

    /** What was seen of a job at the last look. */
    private record Seen(long at, long ended, double done, double atPlaces) {}

    /** Creates the view. */
    public WorkDone(Database database, ProgressBoard progress, TaskTally tally) {
        this.database = database;
        this.progress = progress;
        this.tally = tally;
    }

    /** Forgets every other job. */
    synchronized void retain(Collection<String> jobs) {
        seen.keySet().retainAll(jobs);
        tally.retain(jobs);
    }

    synchronized ScalableJob.Work of(JobRow job, Totals.Sum sum) {
        if (sum.bytesIn() == 0 && sum.ended() > 0) {
            return ScalableJob.Work.objects(sum.ended());
        }
        long now = System.nanoTime();
        Seen before =
                Optional.ofNullable(seen.get(job.id()))
                        .filter(last -> last.ended() <= sum.ended())
                        .orElseGet(() -> new Seen(now, sum.ended(), 0, 0));
        double done = Math.max(before.done(), sum.bytesIn() + underWay(job.id()));
        double passed = (now - before.at()) / NANOS;
        double atPlaces = before.atPlaces() + passed * progress.atPlaces(job.id());
        seen.put(job.id(), new Seen(now, sum.ended(), done, atPlaces));
        return new ScalableJob.Work(
                done,
                BYTES,
                remaining(job, sum),
                Optional.of(new PlaceUse(atPlaces, done)),
                tally.of(job.id()));
    }

    /** As if the open objects were as large as the ended ones. */
    private static Optional<Double> remaining(JobRow job, Totals.Sum sum) {
        return job.listed() && sum.ended() > 0
                ? Optional.of((double) sum.open() * sum.bytesIn() / sum.ended())
                : Optional.empty();
    }

    private double underWay(String job) {
        Map<Long, Double> shares =
                progress.of(job)
                        .filter(task -> share(task) > 0)
                        .collect(
                                Collectors.toMap(
                                        task -> TaskId.parse(task.key().task()).seq(),
                                        WorkDone::share,
                                        Math::max));
        if (shares.isEmpty()) {
            return 0;
        }
        List<Long> elements = List.copyOf(shares.keySet());
        return database.read(handle -> ElementRows.find(handle, job, elements)).values().stream()
                .filter(element -> !element.state().isFinal())
                .mapToDouble(element -> shares.get(element.seq()) * size(element))
                .sum();
    }

    private static double size(ElementRow element) {
        return Math.max(0, element.size());
    }

    /** Returns the share of a task's steps that is done. */
    private static double share(Progress task) {
        if (task.stage().equals("store")) {
            return 1;
        }
        return BEFORE_STEPS.contains(task.stage()) || task.total() <= 0
                ? 0
                : Math.clamp((double) task.done() / task.total(), 0, 1);
    }
}
