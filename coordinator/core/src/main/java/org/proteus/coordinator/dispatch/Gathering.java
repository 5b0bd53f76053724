package org.proteus.coordinator.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Lets callers that come at the same time share one piece of work, such as a transaction: while one
 * is under way, the next gathers. Thread-safe.
 *
 * @param <T> what callers bring
 * @param <R> what each of it is answered
 */
final class Gathering<T, R> {

    /** While one waits for the disk another can be put together. */
    private static final int AT_ONCE = 2;

    private final Function<List<T>, List<R>> work;
    private final int most;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final ConcurrentLinkedQueue<Call<T, R>> waiting = new ConcurrentLinkedQueue<>();

    private record Call<T, R>(List<T> items, CompletableFuture<List<R>> answer) {}

    /**
     * @param work done for all items together; one answer for each, in order
     * @param most items beyond which no further call is added
     */
    Gathering(Function<List<T>, List<R>> work, int most) {
        this.work = work;
        this.most = most;
    }

    /** Does the work for these items, perhaps together with others; answers in order. */
    List<R> run(List<T> items) {
        Call<T, R> mine = new Call<>(items, new CompletableFuture<>());
        waiting.add(mine);
        turns.acquireUninterruptibly();
        try {
            // Another caller's turn may have taken it along.
            for (List<Call<T, R>> next = next(); !next.isEmpty(); next = next()) {
                together(next);
                if (mine.answer().isDone()) {
                    break;
                }
            }
        } finally {
            turns.release();
        }
        return answer(mine);
    }

    /** Returns how many calls wait for their turn. */
    int waiting() {
        return waiting.size();
    }

    private List<Call<T, R>> next() {
        List<Call<T, R>> calls = new ArrayList<>();
        int items = 0;
        while (items < most) {
            Call<T, R> call = waiting.poll();
            if (call == null) {
                break;
            }
            calls.add(call);
            items += call.items().size();
        }
        return calls;
    }

    /** If it fails each call is tried by itself: only the one at fault must hear of it. */
    private void together(List<Call<T, R>> calls) {
        try {
            List<R> answers =
                    work.apply(calls.stream().flatMap(call -> call.items().stream()).toList());
            int first = 0;
            for (Call<T, R> call : calls) {
                int end = first + call.items().size();
                call.answer().complete(List.copyOf(answers.subList(first, end)));
                first = end;
            }
        } catch (RuntimeException failed) {
            if (calls.size() == 1) {
                calls.getFirst().answer().completeExceptionally(failed);
            } else {
                calls.forEach(call -> together(List.of(call)));
            }
        }
    }

    private static <R> List<R> answer(Call<?, R> call) {
        try {
            return call.answer().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
