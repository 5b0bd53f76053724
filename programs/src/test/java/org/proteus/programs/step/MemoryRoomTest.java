package org.proteus.programs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryRoomTest {

    private final AtomicLong available = new AtomicLong(Long.MAX_VALUE);
    private final MemoryRoom room = new MemoryRoom(100, available::get);
    private final List<String> entered = new CopyOnWriteArrayList<>();

    @Test
    void letsInWhatFitsAndTheRestWhenThereIsRoom() throws Exception {
        MemoryRoom.Place first = room.enter(60);
        MemoryRoom.Place second = room.enter(40);
        Thread third = entering("third", 1);
        assertThat(entered).isEmpty();
        second.close();
        third.join();
        first.close();
    }

    @Test
    void letsInWhatWantsMoreThanThereIsButAlone() throws Exception {
        MemoryRoom.Place small = room.enter(1);
        Thread large = entering("large", 1000);
        Thread after = entering("after", 1);
        assertThat(entered).isEmpty();
        small.close();
        large.join();
        after.join();
        assertThat(entered).containsExactly("large", "after");
    }

    @Test
    void waitsForTheMachine() throws Exception {
        MemoryRoom.Place first = room.enter(10);
        available.set(5);
        Thread second = entering("second", 10);
        assertThat(entered).isEmpty();
        available.set(10);
        second.join();
        first.close();
    }

    @Test
    void forgetsWhoNoLongerWaits() throws Exception {
        MemoryRoom.Place all = room.enter(100);
        Thread impatient = entering("impatient", 50);
        Thread patient = entering("patient", 50);
        impatient.interrupt();
        impatient.join();
        all.close();
        patient.join();
        assertThat(entered).containsExactly("patient");
        assertThatThrownBy(
                        () -> {
                            Thread.currentThread().interrupt();
                            MemoryRoom.Place _ = room.enter(1000);
                            room.enter(1);
                        })
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void neverPromisesMoreThanThereIs() throws Exception {
        AtomicInteger promised = new AtomicInteger();
        List<Throwable> wrong = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Random random = new Random(i);
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    for (int round = 0; round < 500; round++) {
                                        int bytes = 1 + random.nextInt(60);
                                        try (MemoryRoom.Place _ = room.enter(bytes)) {
                                            assertThat(promised.addAndGet(bytes))
                                                    .isLessThanOrEqualTo(100);
                                            promised.addAndGet(-bytes);
                                        }
                                    }
                                } catch (InterruptedException | AssertionError failure) {
                                    wrong.add(failure);
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
    }

    /** Returns once the thread waits or is through. */
    private Thread entering(String name, long bytes) {
        Thread thread =
                Thread.ofPlatform()
                        .start(() -> {
                            try (MemoryRoom.Place _ = room.enter(bytes)) {
                                entered.add(name);
                            } catch (InterruptedException gaveUp) {
                                Thread.currentThread().interrupt();
                            }
                        });
        await().until(() ->
                thread.getState() == Thread.State.TIMED_WAITING
                        || thread.getState() == Thread.State.TERMINATED);
        return thread;
    }
}
