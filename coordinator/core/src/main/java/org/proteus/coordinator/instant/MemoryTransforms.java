package org.proteus.coordinator.instant;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.InstantTransforms;
import org.proteus.coordinator.TargetNames;
import org.proteus.coordinator.dispatch.Pulse;
import org.proteus.coordinator.store.Ids;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** The callers' side of transformations in memory. Thread-safe. */
public final class MemoryTransforms implements InstantTransforms {

    private final CoordinatorSettings settings;
    private final TargetNames types;
    private final InstantBoard board;

    /** Creates the callers' side of a board. */
    public MemoryTransforms(CoordinatorSettings settings, TargetNames types, InstantBoard board) {
        this.settings = settings;
        this.types = types;
        this.board = board;
    }

    @Override
    public Result transform(Request request) throws InterruptedException {
        long most = settings.instant().maxBytes();
        if (request.content().size() > most) {
            throw new ProteusException(
                    ErrorCode.TOO_LARGE,
                    "the object has %d bytes, at most %d are taken here"
                            .formatted(request.content().size(), most),
                    "submit a job that reads it from where it is");
        }
        ContentType target = types.resolve(request.target());
        InstantTask task = new InstantTask(Ids.random(), request, target);
        if (!board.add(task)) {
            throw new ProteusException(
                    ErrorCode.BUSY,
                    "all %d places are taken".formatted(settings.instant().places()),
                    "try again in a second, or submit a job");
        }
        try {
            return await(task);
        } finally {
            board.remove(task);
        }
    }

    private Result await(InstantTask task) throws InterruptedException {
        long deadline = Pulse.deadline(settings.instant().longest().toMillis());
        while (true) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw tooLate(task);
            }
            try {
                Duration slice = Pulse.shorter(settings.heartbeat(), left);
                return task.outcome.get(slice.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException notYet) {
                board.expire(task);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof ProteusException problem) {
                    throw new ProteusException(problem.problem(), problem);
                }
                throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private ProteusException tooLate(InstantTask task) {
        String longest = settings.instant().longest().toSeconds() + " s";
        return task.token == 0
                ? new ProteusException(
                        ErrorCode.NO_WORKER,
                        "no worker took the object within " + longest,
                        "start a worker, or submit a job")
                : new ProteusException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "the object was not done within " + longest,
                        "submit a job, which may take longer");
    }
}
