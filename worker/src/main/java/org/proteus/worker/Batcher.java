package org.proteus.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what many tasks have to say in as few calls as possible: while one call is under way, the
 * next batch gathers. A call that cannot get through is repeated until it does, or until nothing in
 * it matters any more. Thread-safe.
 *
 * @param <T> what is sent
 * @param <R> what is answered to each
 */
final class Batcher<T, R> {

    private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);

    /** Beyond this a call takes so long that the first of the batch waits for the last. */
    private static final int MOST_ITEMS = 500;

    private static final long MOST_BYTES = 4 << 20;

    /** A refusal that is neither ours nor an outage gets this many attempts. */
    private static final int MOST_REFUSALS = 4;

    private record Sent<T, R>(T item, CompletableFuture<R> answer) {}

    private final String name;
    private final Function<List<T>, List<R>> call;
    private final ToLongFunction<T> weight;
    private final Predicate<T> pointless;
    private final Fate fate;
    private final LinkedBlockingQueue<Sent<T, R>> waiting = new LinkedBlockingQueue<>();
    private boolean running;

    /**
     * @param call sends a batch; one answer for each, in order
     * @param weight bytes of an item
     * @param pointless whether it is no longer worth while to send an item again
     */
    Batcher(
            String name,
            Function<List<T>, List<R>> call,
            ToLongFunction<T> weight,
            Predicate<T> pointless,
            Fate fate) {
        this.name = name;
        this.call = call;
        this.weight = weight;
        this.pointless = pointless;
        this.fate = fate;
    }

    /**
     * Sends an item and waits for the answer, whatever interrupts come.
     *
     * @throws NoAnswerException if it cannot be known whether the item arrived
     * @throws ProteusException if the coordinator refused this item
     */
    R send(T item) throws NoAnswerException {
        CompletableFuture<R> answer = new CompletableFuture<>();
        waiting.add(new Sent<>(item, answer));
        startIfIdle();
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof NoAnswerException unknown) {
                throw unknown;
            }
            if (failed.getCause() instanceof ProteusException refused) {
                throw refused;
            }
            throw failed;
        }
    }

    private synchronized void startIfIdle() {
        if (!running) {
            running = true;
            Thread.ofVirtual().name("proteus-" + name).start(this::work);
        }
    }

    private void work() {
        while (true) {
            List<Sent<T, R>> batch = gather();
            if (batch.isEmpty()) {
                synchronized (this) {
                    if (waiting.isEmpty()) {
                        running = false;
                        return;
                    }
                }
            } else {
                deliver(batch);
            }
        }
    }

    private List<Sent<T, R>> gather() {
        List<Sent<T, R>> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < MOST_ITEMS && bytes < MOST_BYTES) {
            Sent<T, R> next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            bytes += weight.applyAsLong(next.item());
        }
        return batch;
    }

    private void deliver(List<Sent<T, R>> batch) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                answer(batch, call.apply(batch.stream().map(Sent::item).toList()));
                return;
            } catch (RuntimeException failed) {
                if (isGivenUp(batch, failed, backoff)) {
                    return;
                }
            }
            try {
                backoff.pause();
            } catch (InterruptedException impossible) {
                throw new IllegalStateException("nobody interrupts this thread", impossible);
            }
        }
    }

    private boolean isGivenUp(List<Sent<T, R>> batch, RuntimeException failed, Backoff backoff) {
        if (fate.isSealedBy(failed) || batch.stream().allMatch(s -> pointless.test(s.item()))) {
            batch.forEach(s -> s.answer().completeExceptionally(new NoAnswerException(failed)));
            return true;
        }
        if (backoff.attempts() == 0) {
            LOG.warn(
                    "{} of {} items failed, trying again: {}",
                    name,
                    batch.size(),
                    failed.toString());
        }
        if (isOutage(failed) || backoff.attempts() < MOST_REFUSALS) {
            return false;
        }
        if (batch.size() == 1) {
            batch.getFirst().answer().completeExceptionally(failed);
        } else {
            // One of them is at fault: alone it cannot hold up the others.
            batch.forEach(one -> deliver(List.of(one)));
        }
        return true;
    }

    private static boolean isOutage(RuntimeException failed) {
        return failed instanceof ProteusException known
                && (known.problem().code() == ErrorCode.UNAVAILABLE
                        || known.problem().code() == ErrorCode.BUSY);
    }

    private void answer(List<Sent<T, R>> batch, List<R> answers) {
        if (answers.size() != batch.size()) {
            throw new ProteusException(
                    ErrorCode.UNAVAILABLE,
                    "the coordinator answered %d of %d items"
                            .formatted(answers.size(), batch.size()),
                    "");
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(answers.get(i));
        }
    }
}
