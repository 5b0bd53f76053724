package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.protocol.Lease;

/** Tasks go to the worker that has their program warm. */
abstract class AffinitySuite extends CoordinatorSuite {

    /** Texts and pictures by turns: 00.txt, 01.png, 02.txt, ... */
    private JobView mixed(int objects) throws IOException {
        return submitFolder(
                IntStream.range(0, objects)
                        .mapToObj(i -> "%02d.%s".formatted(i, i % 2 == 0 ? "txt" : "png"))
                        .toArray(String[]::new));
    }

    private static ContentType type(Lease lease) {
        return lease.name().endsWith(".txt") ? FixedPlanner.TEXT : FixedPlanner.PNG;
    }

    private static Lease work(FakeWorker worker) throws InterruptedException {
        Lease lease = worker.one();
        worker.work(lease, type(lease));
        return lease;
    }

    private static <T> List<T> times(int times, Function<Integer, T> what) {
        return IntStream.range(0, times).boxed().map(what).toList();
    }

    @Test
    void eachWorkerGoesOnWithWhatItHasWarm() throws Exception {
        JobView job = mixed(20);
        FakeWorker texts = worker("texts");
        FakeWorker pictures = worker("pictures");
        assertThat(work(texts).name()).isEqualTo("00.txt");
        assertThat(work(pictures).name()).isEqualTo("01.png");

        List<String> toTexts = new ArrayList<>();
        List<String> toPictures = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            toPictures.add(work(pictures).name());
            toTexts.add(work(texts).name());
        }

        assertThat(toTexts).isEqualTo(times(9, i -> "%02d.txt".formatted(2 * i + 2)));
        assertThat(toPictures).isEqualTo(times(9, i -> "%02d.png".formatted(2 * i + 3)));
        assertThat(ended(job.id()).allDone()).isTrue();
    }

    @Test
    void nothingFallsBehindForLong() throws Exception {
        JobView job = mixed(60);
        FakeWorker pictures = worker("pictures");
        FakeWorker other = worker("other");
        assertThat(work(other).name()).isEqualTo("00.txt");
        assertThat(work(pictures).name()).isEqualTo("01.png");
        coordinator.queue().deregister("other");

        List<String> names = new ArrayList<>();
        for (int i = 0; i < 58; i++) {
            names.add(work(pictures).name());
        }

        assertThat(ended(job.id()).allDone()).isTrue();
        assertThat(names.subList(0, 4)).containsExactly("03.png", "05.png", "07.png", "09.png");
        // The texts come in between, each once eight tasks that are not preferred wait before.
        assertThat(names.indexOf("02.txt")).isLessThan(12);
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void severalAtOnceAreFilledUpWithOthers() throws Exception {
        JobView job = mixed(6);
        FakeWorker texts = worker("texts");
        FakeWorker pictures = worker("pictures");
        work(texts);
        work(pictures);

        List<Lease> leases = texts.lease(4, 10_000);

        assertThat(leases)
                .extracting(Lease::name)
                .containsExactlyInAnyOrder("02.txt", "04.txt", "03.png", "05.png");
        for (Lease lease : leases) {
            texts.work(lease, type(lease));
        }
        assertThat(ended(job.id()).allDone()).isTrue();
    }
}
