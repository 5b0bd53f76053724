package org.proteus.coordinator.server;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.ScalingPoint;
import org.proteus.foundation.model.job.WorkerView;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.protocol.TaskRecord;

/** What the jobs in memory show of themselves. */
final class JobViews {

    private static final JobCost COST = new JobCost(84, Optional.of(new Money(0.012, "EUR")));

    private JobViews() {}

    /** Returns the view of a new job, which has ended if the request brought its objects. */
    static JobView submitted(String id, JobRequest request, ContentType target, long done) {
        boolean ended = request.from().isInline();
        Map<ElementState, Long> counts = new EnumMap<>(ElementState.class);
        for (ElementState state : ElementState.values()) {
            counts.put(state, state == ElementState.DONE ? done : 0L);
        }
        return new JobView(
                id,
                ended ? JobState.ENDED : JobState.RUNNING,
                request.from().uri(),
                target,
                request.into().uri(),
                request.options(),
                request.scaling(),
                request.priority(),
                request.deadline(),
                Instant.parse("2026-11-22T10:00:00Z"),
                ended ? Optional.of(Instant.parse("2026-11-22T10:00:01Z")) : Optional.empty(),
                ended,
                counts,
                0,
                0,
                1,
                COST,
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the view of the job once it has come to another state. */
    static JobView inState(JobView old, JobState state) {
        return new JobView(
                old.id(),
                state,
                old.from(),
                old.target(),
                old.into(),
                old.options(),
                old.scaling(),
                old.priority(),
                old.deadline(),
                old.created(),
                state.isFinal() ? Optional.of(old.created()) : Optional.empty(),
                state.isFinal(),
                old.counts(),
                0,
                0,
                0,
                old.cost(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the view of an object that has become the result. */
    static ElementView done(String id, InlineObject object, ContentType target, Bytes result) {
        Plan plan = ShoutProgram.steps(ShoutProgram.TEXT, target);
        TaskRecord record =
                new TaskRecord(
                        Optional.of(ShoutProgram.TEXT),
                        1,
                        ShoutProgram.sha256(result),
                        List.of(),
                        Optional.of(plan),
                        List.of(),
                        5);
        AttemptView attempt =
                new AttemptView(
                        1, "w1", "done", Instant.EPOCH, Optional.empty(), Optional.empty(), record);
        return new ElementView(
                id,
                object.name(),
                "inline:",
                ElementState.DONE,
                Optional.of(ShoutProgram.TEXT),
                object.content().size(),
                ShoutProgram.sha256(object.content()),
                List.of(),
                Optional.of(plan),
                "inline:" + id,
                result.size(),
                ShoutProgram.sha256(result),
                false,
                Optional.empty(),
                List.of(attempt));
    }

    static Decision decision() {
        return new Decision(
                Instant.EPOCH,
                "fixed",
                1,
                2,
                3.5,
                Optional.of(0.5),
                "objects",
                Optional.of(0.75),
                COST,
                "2 asked for");
    }

    static ScalingPoint point() {
        return new ScalingPoint(
                Instant.EPOCH, Optional.of(3.5), Optional.empty(), "objects", 1, 1, 0, 2, 7, COST);
    }

    static WorkerView worker() {
        return new WorkerView(
                "w1", "local", "here", 2, false, false, Instant.EPOCH, List.of("job1/1/0"));
    }
}
