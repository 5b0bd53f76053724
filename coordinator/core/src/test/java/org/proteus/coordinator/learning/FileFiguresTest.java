package org.proteus.coordinator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.SizeClass;
import org.proteus.graph.UnitFigures;
import org.proteus.graph.UnitRun;

class FileFiguresTest {

    private static final UnitId UNIT = new UnitId("imagemagick", "to-png");
    private static final UnitId GONE = new UnitId("gone", "unit");

    @TempDir private Path folder;

    @Test
    void knowsNothingAtFirst() {
        assertThat(store().read().figures()).isEmpty();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void tellsTheNextProcess() {
        store().add(List.of(run(2), run(4)));
        store().measured(Map.of(UNIT, 0.875));

        LearnedStatistics statistics = new LearnedStatistics();
        store().read().into(statistics);

        assertThat(statistics.estimate(UNIT, SizeClass.TINY).orElseThrow().seconds())
                .isCloseTo(3, within(0.1));
        assertThat(statistics.fidelity(UNIT)).hasValue(0.875);
    }

    @Test
    void losesNothingOfProcessesThatStoreAtOnce() throws Exception {
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            others.add(Thread.ofVirtual().start(() -> store().add(List.of(run(1), run(1)))));
        }
        for (Thread other : others) {
            other.join();
        }

        UnitFigures figures = store().read().figures().getFirst();
        assertThat(figures.runs()).isCloseTo(7.46, within(0.01));
    }

    @Test
    void leavesOutLinesThatAreDamaged() throws Exception {
        store().add(List.of(run(1)));
        String good = Files.readString(file());
        Files.writeString(
                file(),
                """
                imagemagick/to-png
                nonsense\tTINY\t1\t1\t1\t1
                imagemagick/to-png\tTINY\tNaN\t1\t1\t1
                imagemagick/to-png\tSMALL\t1\t2\t1\t1
                imagemagick/to-png\tSMALL\t1\t1\t-1\t1
                imagemagick/to-png\tENORMOUS\t1\t1\t1\t1
                imagemagick/to-png\tfidelity\t1.5\t1
                \u0000\u0001
                """
                        + good);

        assertThat(store().read().figures()).hasSize(1);
        assertThat(store().read().fidelities()).isEmpty();
    }

    @Test
    void forgetsWhatIsLongGone() {
        FileFigures then = new FileFigures(file(), () -> Instant.EPOCH);
        then.add(List.of(new UnitRun(GONE, 1, 1, true), run(1)));
        then.measured(Map.of(GONE, 1.0));
        FileFigures soon = new FileFigures(file(), () -> Instant.EPOCH.plusSeconds(86_400));

        soon.forget(UNIT::equals);
        assertThat(store().read().figures()).hasSize(2);

        store().forget(UNIT::equals);
        assertThat(store().read().figures()).extracting(UnitFigures::unit).containsExactly(UNIT);
        assertThat(store().read().fidelities()).isEmpty();
    }

    @Test
    void isAsGoodAsNoneWhenItCannotBeRead() throws Exception {
        Files.createDirectories(file());

        assertThat(store().read().figures()).isEmpty();
    }

    private Path file() {
        return folder.resolve("state").resolve("figures");
    }

    private FileFigures store() {
        return new FileFigures(file());
    }

    private static UnitRun run(double seconds) {
        return new UnitRun(UNIT, 100, seconds, true);
    }
}
