package org.proteus.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;

/**
 * What every program promises. A program's test extends this class and brings a sample for each
 * unit; switches say what the program cannot promise. Each test has folders and a runner of its
 * own, so they run at the same time.
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
public abstract class ProgramContract {

    @TempDir protected Path folder;

    private ProgramBench bench;

    /** Returns the program under test. */
    protected abstract Program program();

    /** Returns at least one sample for each unit that is no composite, or a selection. */
    protected abstract List<ProgramSample> samples() throws IOException;

    /** Returns samples whose parameters are out of range, so that they must be refused. */
    protected List<ProgramSample> refused() throws IOException {
        return List.of();
    }

    /**
     * Whether there is a sample for every unit; a program with a hundred slow ones brings a
     * selection, and the slow tests run the rest.
     */
    protected boolean triesEveryUnit() {
        return true;
    }

    /** Whether the program takes any bytes at all, as an archiver does. */
    protected boolean takesAnything() {
        return false;
    }

    /** Looks closer at the result of a sample. */
    protected void check(ProgramSample sample, Path output) throws Exception {}

    @BeforeEach
    void open() {
        bench = new ProgramBench(program(), folder);
    }

    @AfterEach
    void close() {
        bench.close();
        assertThat(bench.survivors()).as("processes left behind").isEmpty();
    }

    @Test
    void documentsNameTheClass() {
        assertThat(documents())
                .isNotEmpty()
                .allSatisfy(document ->
                        assertThat(document.entryClass()).contains(program().getClass().getName()));
    }

    @Test
    void availabilitySaysSomethingUseful() {
        Availability found = program().confirm();

        assertThat(found.runnable() ? found.tool() : found.reason()).isNotBlank();
    }

    @Test
    void everyUnitHasASample() throws IOException {
        Set<String> tried = samples().stream().map(ProgramSample::unit).collect(Collectors.toSet());

        assertThat(documents().stream().flatMap(document -> document.units().stream()))
                .filteredOn(unit -> triesEveryUnit() && !unit.isComposite())
                .extracting(TransformationUnit::id)
                .isSubsetOf(tried);
    }

    @TestFactory
    Stream<DynamicTest> transforms() throws IOException {
        return samples().stream().map(sample -> test(sample, () -> transform(sample)));
    }

    @TestFactory
    Stream<DynamicTest> refusesParametersOutOfRange() throws IOException {
        return refused().stream().map(sample -> test(sample, () -> refuse(sample)));
    }

    @TestFactory
    Stream<DynamicTest> endsOnAnEmptyObject() throws IOException {
        return samples().stream()
                .map(sample -> test(sample, () -> fail(sample, bytes -> new byte[0])));
    }

    @TestFactory
    Stream<DynamicTest> endsOnNoise() throws IOException {
        return samples().stream().map(sample -> test(sample, () -> fail(sample, this::noise)));
    }

    @TestFactory
    Stream<DynamicTest> endsOnATruncatedObject() throws IOException {
        return samples().stream().map(sample -> test(sample, () -> truncate(sample)));
    }

    @Test
    void nothingIsAliveAfterAnInterrupt() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        ProgramSample sample = samples().getFirst();
        Thread thread =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                // A quick tool may be done before the interrupt comes.
                                while (true) {
                                    bench.run(sample);
                                }
                            } catch (Throwable e) {
                                thrown.set(e);
                            }
                        });
        bench.awaitAProcess();

        thread.interrupt();
        thread.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(bench.lastFolder()).as("what the run left").isEmptyDirectory();
    }

    private void transform(ProgramSample sample) throws Exception {
        ProgramBench.Run run = bench.run(sample);

        assertThat(run.result().problem()).as(run.result().lastWords()).isEmpty();
        assertThat(run.result().arguments()).isNotEmpty();
        assertThat(run.result().tool()).isNotBlank();
        assertThat(run.output()).isNotEmptyFile();
        assertThat(run.scratch()).doesNotExist();
        check(sample, run.output());
    }

    private void refuse(ProgramSample sample) throws Exception {
        ProgramBench.Run run = bench.run(sample);

        assertThat(run.result().problem())
                .get()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BAD_REQUEST));
        assertFailed(run);
    }

    private void fail(ProgramSample sample, ProgramSample.Damage damage) throws Exception {
        ProgramBench.Run run = bench.run(sample.damaged(folder, damage));

        if (!takesAnything()) {
            assertFailed(run);
        }
        assertThat(run.scratch()).doesNotExist();
    }

    private void truncate(ProgramSample sample) throws Exception {
        ProgramBench.Run run =
                bench.run(sample.damaged(folder, bytes -> Arrays.copyOf(bytes, bytes.length / 2)));

        // Many formats can be read as far as they go.
        if (!run.result().succeeded()) {
            assertFailed(run);
        }
    }

    private static void assertFailed(ProgramBench.Run run) {
        assertThat(run.result().problem())
                .as("a problem")
                .get()
                .satisfies(problem -> assertThat(problem.message()).isNotBlank())
                .satisfies(problem ->
                        assertThat(problem.message())
                                .as("no folder of the worker is told")
                                .doesNotContain(run.scratch().getParent().toString()));
        assertThat(run.output()).doesNotExist();
        assertThat(run.scratch()).doesNotExist();
    }

    private byte[] noise(byte[] original) {
        byte[] noise = new byte[Math.max(1000, original.length)];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private List<TransformationProgram> documents() {
        return program().documents().stream().map(ProgramDocuments::read).toList();
    }

    private static DynamicTest test(ProgramSample sample, Check check) {
        return DynamicTest.dynamicTest(sample.toString(), check::run);
    }

    /** A check of one sample. */
    @FunctionalInterface
    private interface Check {
        void run() throws Exception;
    }
}
