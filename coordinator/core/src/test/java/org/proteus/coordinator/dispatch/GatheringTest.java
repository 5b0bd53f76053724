package org.proteus.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Callers that share pieces of work. */
class GatheringTest {

    private static final int CALLERS = 50;
    private static final int MOST = 10;

    private final CountDownLatch open = new CountDownLatch(1);
    private final List<List<Integer>> works = new CopyOnWriteArrayList<>();

    private List<Integer> doubled(List<Integer> numbers) {
        try {
            open.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        works.add(numbers);
        if (numbers.contains(-1)) {
            throw new IllegalArgumentException("minus one");
        }
        return numbers.stream().map(number -> 2 * number).toList();
    }

    private CompletableFuture<List<Integer>> call(Gathering<Integer, Integer> all, int... items) {
        List<Integer> numbers = IntStream.of(items).boxed().toList();
        return CompletableFuture.supplyAsync(
                () -> all.run(numbers),
                task -> {
                    Thread _ = Thread.ofVirtual().start(task);
                });
    }

    @Test
    void everyCallerGetsItsOwnAnswersAndWorkIsShared() throws Exception {
        Gathering<Integer, Integer> all = new Gathering<>(this::doubled, MOST);
        List<CompletableFuture<List<Integer>>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(call(all, i, i + 1000));
        }
        awaitCallers(all);
        open.countDown();
        for (int i = 0; i < CALLERS; i++) {
            assertThat(answers.get(i).get()).containsExactly(2 * i, 2 * i + 2000);
        }
        assertThat(works).hasSizeLessThan(CALLERS);
    }

    @Test
    void aFailureReachesOnlyWhoCausedIt() throws Exception {
        Gathering<Integer, Integer> all = new Gathering<>(this::doubled, MOST);
        List<CompletableFuture<List<Integer>>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(call(all, i));
        }
        CompletableFuture<List<Integer>> wrong = call(all, -1);
        awaitCallers(all);
        open.countDown();
        assertThatThrownBy(wrong::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        for (int i = 0; i < CALLERS; i++) {
            assertThat(answers.get(i).get()).containsExactly(2 * i);
        }
    }

    /** The first work is under way and cannot end yet; what comes now has to gather. */
    private static void awaitCallers(Gathering<Integer, Integer> all) {
        org.awaitility.Awaitility.await().until(() -> all.waiting() > CALLERS / 2);
    }
}
