package org.proteus.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.proteus.cli.realfiles.Machine;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.library.Knowledge;
import org.proteus.programs.step.LocalStepRunner;

/**
 * The plan that a fresh installation chooses, which has only what documents declare, keeps nearly
 * as much as the best one does: every plan of some pairs of types runs on real and made objects,
 * and all results are judged by one yardstick. A few pairs are tried always, a hundred with {@code
 * mvn verify -Pslow -pl cli -am -Dit.test=FidelityIT}; copy {@code cli/target/fidelity.md} to
 * {@code docs} when it is meant to be different.
 */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@NeedsTool(command = "ffmpeg", apt = "ffmpeg", versionArguments = "-version")
@NeedsTool(command = "soffice", apt = "libreoffice")
@NeedsTool(command = "pdftotext", apt = "poppler-utils", versionArguments = "-v")
@Isolated("it uses all processors")
class FidelityIT {

    private static final int PAIRS = 100;
    private static final int FEW_PAIRS = 13;
    private static final double ENOUGH = 0.95;
    private static final double ENOUGH_OF_FEW = 0.9;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @TempDir private Path folder;

    private SampleStock stock;
    private Knowledge knowledge;
    private LocalStepRunner runner;
    private Trials trials;

    @BeforeEach
    void open() throws Exception {
        stock = new SampleStock(folder.resolve("samples"));
        stock.fill();
        Path work = Files.createDirectory(folder.resolve("work"));
        knowledge = Knowledge.load(Optional.empty());
        runner =
                new LocalStepRunner(
                        knowledge.installed(), LocalStepRunner.Settings.of(folder, THREADS));
        trials = new Trials(knowledge, runner, work);
    }

    @AfterEach
    void close() {
        trials.close();
        runner.close();
        knowledge.close();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void choosesOfAFewPairsWhatKeepsMost() throws Exception {
        List<Outcome> outcomes = run(FEW_PAIRS);

        assertThat(near(outcomes)).as(rows(outcomes)).isGreaterThanOrEqualTo(ENOUGH_OF_FEW);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 120, unit = TimeUnit.MINUTES)
    void choosesOfAHundredPairsWhatKeepsMost() throws Exception {
        List<Outcome> outcomes = run(PAIRS);
        Files.writeString(Path.of("target", "fidelity.md"), FidelityPage.text(outcomes, origin()));

        assertThat(near(outcomes)).as(rows(outcomes)).isGreaterThanOrEqualTo(ENOUGH);
    }

    private List<Outcome> run(int most) throws Exception {
        List<Pair> pairs = new Pairs(knowledge, trials).all(stock.byType());
        PlanTrial trial = new PlanTrial(trials);
        List<Future<Optional<Outcome>>> running = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (Pair pair : pairs.subList(0, Math.min(most + most / 5, pairs.size()))) {
                running.add(pool.submit(() -> trial.run(pair)));
            }
            for (Future<Optional<Outcome>> one : running) {
                one.get().ifPresent(outcomes::add);
            }
        }
        return outcomes.subList(0, Math.min(most, outcomes.size()));
    }

    private static double near(List<Outcome> outcomes) {
        return (double) outcomes.stream().filter(Outcome::isNear).count() / outcomes.size();
    }

    private static String rows(List<Outcome> outcomes) {
        return String.join(
                "\n", outcomes.stream().filter(one -> !one.isNear()).map(Outcome::row).toList());
    }

    private static String origin() throws IOException {
        return "`mvn verify -Pslow -pl cli -am -Dit.test=FidelityIT`, %s, commit %s, %s"
                .formatted(LocalDate.now(ZoneOffset.UTC), Machine.commit(), Machine.description());
    }
}
