package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.library.Knowledge;
import org.proteus.programs.StepRunner;

/** Measures units on samples, several at once. Thread-safe. */
public final class Measurements implements AutoCloseable {

    /** More samples than these tell little more, and take long. */
    private static final int MOST_SAMPLES = 2;

    private final Knowledge knowledge;
    private final Trials trials;
    private final int threads;

    /** Measures in a folder, so many units at once. */
    public Measurements(Knowledge knowledge, StepRunner runner, Path folder, int threads) {
        this.knowledge = knowledge;
        this.trials = new Trials(knowledge, runner, folder);
        this.threads = threads;
    }

    /**
     * Measures every unit that is wanted on the files of a folder that suit it.
     *
     * @param heard hears of each unit as it is measured, on some thread
     * @return one for each unit that a sample suits, by id
     * @throws ProteusException with {@code SOURCE_UNREADABLE} if the folder cannot be read
     */
    public List<UnitMeasurement> measure(
            Path folder, Predicate<UnitId> wanted, Consumer<UnitMeasurement> heard)
            throws InterruptedException {
        List<Sample> samples = samples(folder);
        List<Future<Optional<UnitMeasurement>>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (TransformationProgram program : knowledge.registry().programs()) {
                for (TransformationUnit unit : program.units()) {
                    UnitId id = new UnitId(program.id(), unit.id());
                    if (wanted.test(id) && !unit.target().mediaType().isRange()) {
                        running.add(
                                pool.submit(() -> {
                                    Optional<UnitMeasurement> one = measure(id, unit, samples);
                                    one.ifPresent(heard);
                                    return one;
                                }));
                    }
                }
            }
            return results(running);
        }
    }

    private static List<UnitMeasurement> results(List<Future<Optional<UnitMeasurement>>> running)
            throws InterruptedException {
        List<UnitMeasurement> results = new ArrayList<>();
        try {
            for (Future<Optional<UnitMeasurement>> one : running) {
                one.get().ifPresent(results::add);
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ProteusException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } finally {
            running.forEach(one -> one.cancel(true));
        }
        results.sort(Comparator.comparing(UnitMeasurement::unit));
        return results;
    }

    private Optional<UnitMeasurement> measure(
            UnitId id, TransformationUnit unit, List<Sample> samples)
            throws IOException, InterruptedException {
        Share share = new Share();
        int judged = 0;
        int tried = 0;
        String reason = "";
        for (Sample sample : samples) {
            Optional<Plan> plan =
                    trials.plan(sample, unit.target().mediaType(), 0, Trials.pin(List.of(id)));
            if (plan.isEmpty() || judged == MOST_SAMPLES) {
                continue;
            }
            tried++;
            Trials.Verdict verdict = trials.run(plan.get(), sample);
            if (verdict.keeps().isPresent()) {
                share.add(1, verdict.keeps().getAsDouble());
                judged++;
            } else {
                reason = sample.name() + ": " + verdict.reason();
            }
        }
        return tried == 0
                ? Optional.empty()
                : Optional.of(
                        new UnitMeasurement(
                                id,
                                judged == 0 ? Optional.empty() : Optional.of(share.mean()),
                                judged,
                                reason));
    }

    static List<Sample> samples(Path folder) {
        TypeDetector detector = new TypeDetector();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Sample> samples = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                samples.add(new Sample(file, detector.detect(file, file.getFileName().toString())));
            }
            return samples;
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.SOURCE_UNREADABLE,
                            "the samples in " + folder + " cannot be read",
                            "name a folder with files of the types to measure"),
                    e);
        }
    }

    @Override
    public void close() {
        trials.close();
    }
}
