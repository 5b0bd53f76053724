package org.proteus.coordinator.jobs;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.coordinator.dispatch.ProgressBoard;
import org.proteus.coordinator.dispatch.TaskTally;
import org.proteus.coordinator.scaling.ScalableJob.Work;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.ElementEnds.WorkSum;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.ElementRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.TaskId;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.WorkSize;
import org.proteus.policies.scaling.Effort;
import org.proteus.policies.scaling.StageUse;

/**
 * How far jobs are, in the unit in which the work of all their tasks is known: milliseconds of
 * media, pixels, else bytes. It counts the objects that have ended, and those under way as far as
 * workers told in their heartbeats, each stage by the time it takes. The sum never falls while no
 * object is opened again. What workers do at source and sink is known of those that report to this
 * coordinator. Thread-safe.
 */
public final class WorkDone {

    private static final double NANOS = 1e9;

    private final Database database;
    private final ProgressBoard progress;
    private final TaskTally tally;
    private final Map<String, Seen> seen = new HashMap<>();

    /** What was seen of a job at the last look. */
    private record Seen(
            long at, long ended, String measure, double done, StageUse use, StageTimes times) {}

    /** A task under way and how much work it is. */
    private record Open(Progress task, double size) {}

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

    synchronized Work of(JobRow job, Totals.Sum sum) {
        String measure = measure(job, sum);
        if (measure.equals(WorkSize.BYTES) && sum.bytesIn() == 0 && sum.ended() > 0) {
            return Work.objects(sum.ended());
        }
        long now = System.nanoTime();
        Seen before =
                Optional.ofNullable(seen.get(job.id()))
                        .filter(last -> last.ended() <= sum.ended())
                        .filter(last -> last.measure().equals(measure))
                        .orElseGet(() ->
                                new Seen(
                                        now,
                                        sum.ended(),
                                        measure,
                                        0,
                                        StageUse.NONE,
                                        StageTimes.NONE));
        double passed = (now - before.at()) / NANOS;
        StageTimes times = before.times().plus(passed, progress.stages(job.id()));
        StageTimes weights = sum.ended() > 0 ? times : StageTimes.EVEN;
        double ended = ended(sum, measure);
        List<Open> open = underWay(job.id(), measure, weights, unitsAByte(sum, measure));
        double done = Math.max(before.done(), ended + sum(open, weights::share));
        StageUse last = before.use();
        double moved = ended + sum(open, weights::placesShare);
        double run = ended + sum(open, StageTimes::stepsShare);
        StageUse use =
                new StageUse(
                        new Effort(times.atPlaces(), Math.max(last.places().work(), moved)),
                        new Effort(times.running(), Math.max(last.steps().work(), run)));
        seen.put(job.id(), new Seen(now, sum.ended(), measure, done, use, times));
        return new Work(
                done,
                measure,
                remaining(job, sum, measure),
                Optional.of(use),
                tally.of(job.id(), measure));
    }

    private static double sum(List<Open> tasks, ToDoubleFunction<Progress> share) {
        return tasks.stream()
                .mapToDouble(open -> share.applyAsDouble(open.task()) * open.size())
                .sum();
    }

    /** The unit of all tasks that ended or told theirs; bytes when there are several or none. */
    private String measure(JobRow job, Totals.Sum sum) {
        Stream<String> ended =
                sum.work().stream()
                        .filter(work -> work.transformed() > 0)
                        .map(work -> work.measure().isEmpty() ? WorkSize.BYTES : work.measure());
        Stream<String> underWay =
                progress.of(job.id()).flatMap(task -> task.size().stream()).map(WorkSize::measure);
        List<String> measures = Stream.concat(ended, underWay).distinct().toList();
        return measures.size() == 1 ? measures.getFirst() : WorkSize.BYTES;
    }

    private static double ended(Totals.Sum sum, String measure) {
        return measure.equals(WorkSize.BYTES)
                ? sum.bytesIn()
                : told(sum, measure).mapToLong(WorkSum::work).sum();
    }

    private static Stream<WorkSum> told(Totals.Sum sum, String measure) {
        return sum.work().stream().filter(work -> work.measure().equals(measure));
    }

    /** As if the open objects were as large as the ended ones. */
    private static Optional<Double> remaining(JobRow job, Totals.Sum sum, String measure) {
        long tasks =
                measure.equals(WorkSize.BYTES)
                        ? sum.ended()
                        : told(sum, measure).mapToLong(WorkSum::transformed).sum();
        return job.listed() && tasks > 0
                ? Optional.of(sum.open() * ended(sum, measure) / tasks)
                : Optional.empty();
    }

    /** Until a task has told its size, which is known once it is fetched, its bytes tell enough. */
    private static double unitsAByte(Totals.Sum sum, String measure) {
        return sum.bytesIn() == 0 ? 0 : ended(sum, measure) / sum.bytesIn();
    }

    private List<Open> underWay(String job, String measure, StageTimes weights, double unitsAByte) {
        Map<Long, Progress> tasks =
                progress.of(job)
                        .filter(task -> weights.share(task) > 0)
                        .collect(
                                Collectors.toMap(
                                        task -> TaskId.parse(task.key().task()).seq(),
                                        Function.identity(),
                                        BinaryOperator.maxBy(
                                                Comparator.comparingDouble(weights::share))));
        if (tasks.isEmpty()) {
            return List.of();
        }
        List<Long> elements = List.copyOf(tasks.keySet());
        return database.read(handle -> ElementRows.find(handle, job, elements)).values().stream()
                .filter(element -> !element.state().isFinal())
                .map(element -> {
                    Progress task = tasks.get(element.seq());
                    return new Open(task, size(task, element, measure, unitsAByte));
                })
                .toList();
    }

    private static double size(
            Progress task, ElementRow element, String measure, double unitsAByte) {
        double bytes = Math.max(0, element.size());
        return measure.equals(WorkSize.BYTES)
                ? bytes
                : task.size()
                        .filter(size -> size.measure().equals(measure))
                        .map(size -> (double) size.amount())
                        .orElse(bytes * unitsAByte);
    }
}
