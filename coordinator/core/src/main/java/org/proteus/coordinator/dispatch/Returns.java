package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.AttemptRows;
import org.proteus.coordinator.store.ContentRows;
import org.proteus.coordinator.store.ElementEnds;
import org.proteus.coordinator.store.JobRows;
import org.proteus.coordinator.store.Lane;
import org.proteus.coordinator.store.LeftoverRows;
import org.proteus.coordinator.store.TaskReturns;
import org.proteus.coordinator.store.TaskRow;
import org.proteus.coordinator.store.TaskState;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.policies.retry.Retry;
import org.proteus.policies.retry.RetryBudget;

/**
 * What becomes of a task whose lease ends without a result. The caller has locked the task.
 * Thread-safe.
 */
final class Returns {

    private static final Problem JOB_CANCELLED =
            Problem.of(ErrorCode.CANCELLED, "the job was cancelled");

    private final RetryBudget budget;
    private final JobBoard board;
    private final Duration lease;

    Returns(RetryBudget budget, JobBoard board, Duration lease) {
        this.budget = budget;
        this.board = board;
        this.lease = lease;
    }

    /** Takes back what a worker gives back. */
    void released(Handle handle, TaskRow task, Release release) {
        switch (task.state()) {
            case STOPPING -> cancelled(handle, task, release.record());
            case STORED -> unpublished(handle, task, release);
            default -> undone(handle, task, release);
        }
    }

    private void undone(Handle handle, TaskRow task, Release release) {
        boolean failed = release.outcome() == Release.Outcome.FAILED;
        boolean hopeless = failed && Failures.permanent(release.problem());
        if (hopeless || release.outcome() == Release.Outcome.REFUSED) {
            attempt(handle, task, "failed", release);
            end(handle, task, ElementState.REFUSED, release.problem());
            return;
        }
        List<StepFailure> now = Failures.steps(release.record());
        attempt(handle, task, failed ? "failed" : "released", release);
        int times = failed ? Math.max(1, now.size()) : now.size();
        if (times == 0) {
            await(handle, task, 0, release.problem());
        } else {
            failed(handle, task, times, now, release.problem());
        }
    }

    private void failed(
            Handle handle, TaskRow task, int times, List<StepFailure> now, Problem problem) {
        List<StepFailure> all = Failures.joined(task.failed(), now);
        TaskRow counted = task.failed(times, all);
        Retry retry =
                budget.afterFailure(
                        counted.failures(),
                        Failures.repeated(all),
                        Failures.environment(problem),
                        task.alone());
        switch (retry) {
            case Retry.GiveUp giveUp -> end(handle, counted, ElementState.QUARANTINED, problem);
            case Retry.Again again -> await(handle, counted, again.delay().toMillis(), problem);
        }
    }

    private void unpublished(Handle handle, TaskRow task, Release release) {
        switch (release.outcome()) {
            case TEMPORARY_GONE -> {
                notPublished(handle, task, release);
                failed(handle, task, 1, List.of(), release.problem());
            }
            case FAILED, REFUSED -> {
                notPublished(handle, task, release);
                TaskRow counted = task.failed(1, task.failed());
                switch (budget.afterFailure(counted.failures(), false, true, false)) {
                    case Retry.GiveUp giveUp ->
                            end(handle, counted, ElementState.QUARANTINED, release.problem());
                    case Retry.Again again ->
                            awaitPublisher(handle, counted, again.delay().toMillis());
                }
            }
            case RETURNED, CANCELLED -> {
                if (task.token() > task.storedToken()) {
                    attempt(handle, task, "released", release);
                }
                awaitPublisher(handle, task, 0);
            }
        }
    }

    /** Ends a task if its job was cancelled before its worker came so far. */
    void tooLate(Handle handle, TaskRow task, TaskRecord record) {
        if (task.state() == TaskState.STOPPING && task.worker().isPresent()) {
            cancelled(handle, task, record);
        }
    }

    /** Takes a task from a worker that was silent for too long. */
    void lost(Handle handle, TaskRow task) {
        if (task.state() == TaskState.STOPPING) {
            LeftoverRows.expect(handle, task.id(), task.token(), lease.toMillis());
            cancelled(handle, task, TaskRecord.EMPTY);
            return;
        }
        Problem problem =
                Problem.of(
                        ErrorCode.UNAVAILABLE,
                        "worker " + task.worker().orElse("") + " was not heard of any more");
        if (task.state() == TaskState.STORED) {
            if (task.token() > task.storedToken()) {
                AttemptRows.ended(
                        handle, task.id(), "lost", Optional.of(problem), TaskRecord.EMPTY);
            }
            awaitPublisher(handle, task.lost(), 0);
            return;
        }
        AttemptRows.ended(handle, task.id(), "lost", Optional.of(problem), TaskRecord.EMPTY);
        LeftoverRows.expect(handle, task.id(), task.token(), lease.toMillis());
        TaskRow counted = task.lost();
        switch (budget.afterLoss(counted.losses(), counted.aloneLosses())) {
            case Retry.GiveUp giveUp -> end(handle, counted, ElementState.QUARANTINED, killer());
            case Retry.Again again ->
                    await(handle, counted.alone(again.alone()), again.delay().toMillis(), problem);
        }
    }

    private static Problem killer() {
        return new Problem(
                ErrorCode.KILLS_WORKER,
                "every worker that had this object was lost with it",
                "look at the object and at the memory of the workers, then retry the job");
    }

    private void cancelled(Handle handle, TaskRow task, TaskRecord record) {
        Problem reason =
                JobRows.problem(handle, task.id().job())
                        .filter(problem -> problem.code() == ErrorCode.CANCELLED)
                        .orElse(JOB_CANCELLED);
        AttemptRows.ended(handle, task.id(), "released", Optional.of(reason), record);
        end(handle, task, ElementState.CANCELLED, reason);
    }

    private static void attempt(Handle handle, TaskRow task, String outcome, Release release) {
        AttemptRows.ended(
                handle, task.id(), outcome, Optional.of(release.problem()), release.record());
    }

    /** The lease that committed has its row already: it is done, unless its result is gone. */
    private static void notPublished(Handle handle, TaskRow task, Release release) {
        if (task.token() > task.storedToken()) {
            attempt(handle, task, "failed", release);
        } else {
            boolean gone = release.outcome() == Release.Outcome.TEMPORARY_GONE;
            AttemptRows.unpublished(
                    handle, task.id(), task.token(), gone ? "failed" : "done", release.problem());
        }
    }

    private void await(Handle handle, TaskRow task, long delayMillis, Problem problem) {
        ContentRows.dropResult(handle, task.id(), task.token());
        TaskReturns.await(handle, task, delayMillis);
        ElementEnds.await(handle, task.id(), problem);
        board.waits(task.id().job(), Lane.of(task.alone(), task.needs()));
    }

    private void awaitPublisher(Handle handle, TaskRow task, long delayMillis) {
        TaskReturns.awaitPublisher(handle, task, delayMillis);
        board.waits(task.id().job(), Lane.PUBLISH);
    }

    private static void end(Handle handle, TaskRow task, ElementState state, Problem problem) {
        ContentRows.dropResult(handle, task.id(), task.token());
        TaskReturns.drop(handle, task);
        ElementEnds.end(handle, task.id(), state, problem);
    }
}
