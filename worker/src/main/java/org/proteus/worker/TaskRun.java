package org.proteus.worker;

import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks from lease to last word, each in the thread that calls. Thread-safe. */
final class TaskRun {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);

    private final FetchStage fetch;
    private final TransformStage transform;
    private final StoreStage store;
    private final Publication publication;
    private final Reports reports;

    TaskRun(
            FetchStage fetch,
            TransformStage transform,
            StoreStage store,
            Publication publication,
            Reports reports) {
        this.fetch = fetch;
        this.transform = transform;
        this.store = store;
        this.publication = publication;
        this.reports = reports;
    }

    /** Runs a task; never throws but for errors of the JVM. */
    void run(TaskContext context) {
        Optional<Release> release;
        HeldTask task = context.task();
        try (context) {
            release = ended(context);
            // Before the cleaning up: an interrupt would spoil it.
            task.end();
        }
        release.ifPresent(reports::release);
    }

    /** Returns what is still to be said of the task when it has ended. */
    private Optional<Release> ended(TaskContext context) {
        HeldTask task = context.task();
        try {
            task.begin();
            work(context);
            return Optional.empty();
        } catch (Exception failed) {
            Optional<StopReason> stop = task.end();
            return stop.isPresent()
                    ? stopped(context, stop.get())
                    : Optional.of(failed(context, failed));
        }
    }

    private Release failed(TaskContext context, Exception failed) {
        Release release = release(context, failed);
        boolean mayBeLast =
                release.outcome() == Release.Outcome.FAILED
                        || release.outcome() == Release.Outcome.REFUSED;
        if (mayBeLast
                && context.lease().work() == Lease.Work.TRANSFORM
                && context.lease().destination() instanceof Destination.Stored stored) {
            publication.discardEarlier(stored);
        }
        return release;
    }

    private void work(TaskContext context) throws Exception {
        switch (context.lease().work()) {
            case TRANSFORM -> {
                Holding fetched = fetch.fetch(context);
                store.store(context, transform.transform(context, fetched));
            }
            case PUBLISH -> publishOnly(context);
        }
    }

    private void publishOnly(TaskContext context) throws Exception {
        Lease lease = context.lease();
        context.task().seal();
        if (lease.destination() instanceof Destination.Stored stored
                && lease.content().orElse(null) instanceof Content.Prepared prepared) {
            publication.publish(context.task(), stored, prepared.size());
        } else {
            throw TaskEndedException.failed(
                    ErrorCode.INTERNAL, "the lease names no prepared object to publish", "");
        }
    }

    private static Optional<Release> stopped(TaskContext context, StopReason reason) {
        return switch (reason) {
            case LOST -> Optional.empty();
            case CANCELLED ->
                    Optional.of(
                            release(
                                    context,
                                    Release.Outcome.CANCELLED,
                                    Problem.of(ErrorCode.CANCELLED, "the job was cancelled")));
            case RETURNED -> Optional.of(returned(context, "the worker is ending"));
            case HANDED_OVER ->
                    Optional.of(returned(context, "it waited here while others had nothing to do"));
        };
    }

    private static Release returned(TaskContext context, String why) {
        return release(context, Release.Outcome.RETURNED, Problem.of(ErrorCode.UNAVAILABLE, why));
    }

    private static Release release(TaskContext context, Exception failed) {
        return switch (failed) {
            case TaskEndedException ended -> release(context, ended.outcome(), ended.problem());
            case ProteusException known ->
                    release(context, Release.Outcome.FAILED, known.problem());
            default -> {
                LOG.error("{} failed for a reason nobody thought of", context.task().key(), failed);
                yield release(
                        context,
                        Release.Outcome.FAILED,
                        new Problem(
                                ErrorCode.INTERNAL,
                                "the worker failed on this object",
                                "look into the worker's log for " + context.task().key().task()));
            }
        };
    }

    private static Release release(TaskContext context, Release.Outcome outcome, Problem problem) {
        return new Release(context.task().key(), outcome, problem, context.notes().record());
    }
}
