package org.proteus.coordinator.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.proteus.coordinator.InstantTransforms;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.graph.Catalogue;

/**
 * Turns text into capital letters at once, in two places; the texts "block", "broken" and "defect"
 * do what they say.
 */
final class FakeInstantTransforms implements InstantTransforms {

    final Semaphore places = new Semaphore(2);
    final CountDownLatch blocked = new CountDownLatch(1);
    final CountDownLatch dropped = new CountDownLatch(1);
    volatile Request lastRequest;

    private final Catalogue catalogue;

    FakeInstantTransforms(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Result transform(Request request) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw new ProteusException(ErrorCode.BUSY, "every place is taken", "Try again later");
        }
        try {
            return transformed(request);
        } finally {
            places.release();
        }
    }

    private Result transformed(Request request) throws InterruptedException {
        lastRequest = request;
        String text = new String(request.content().array(), StandardCharsets.UTF_8);
        switch (text) {
            case "block" -> block();
            case "broken" ->
                    throw new ProteusException(
                            ErrorCode.BROKEN_OBJECT, "the text is truncated", "Send all of it");
            case "defect" -> throw new IllegalStateException("at org.proteus.Secret(Secret.java)");
            default -> {}
        }
        catalogue.resolveType(request.target());
        Bytes result = ShoutProgram.upper(request.content());
        TaskRecord record =
                new TaskRecord(
                        Optional.of(ShoutProgram.TEXT),
                        request.content().size(),
                        ShoutProgram.sha256(request.content()),
                        List.of(),
                        Optional.of(ShoutProgram.steps(ShoutProgram.TEXT, ShoutProgram.UPPER)),
                        List.of(),
                        1);
        return new Result(ShoutProgram.UPPER, result, ShoutProgram.sha256(result), record);
    }

    private void block() throws InterruptedException {
        blocked.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            dropped.countDown();
            throw e;
        }
    }
}
