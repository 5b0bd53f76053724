package org.proteus.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.programs.step.InstalledPrograms;
import org.proteus.programs.step.LocalStepRunner;

/** Runs samples of one program as a worker would, in folders of its own. */
public final class ProgramBench implements AutoCloseable {

    private final Path work;
    private final InstalledPrograms programs;
    private final LocalStepRunner runner;
    private volatile Path last;

    /** How a sample went, and where. */
    public record Run(StepRecord result, Path output, Path scratch) {}

    /** Creates a bench inside the folder. */
    public ProgramBench(Program program, Path folder) {
        this.work = folder.resolve("work");
        this.programs = new InstalledPrograms(List.of(program), Optional.empty());
        this.runner = new LocalStepRunner(programs, LocalStepRunner.Settings.of(work, 1));
    }

    /** Runs a sample. */
    public Run run(ProgramSample sample) throws IOException, InterruptedException {
        return run(sample, ProgressListener.NONE);
    }

    /** Runs a sample and tells its progress. */
    public Run run(ProgramSample sample, ProgressListener progress)
            throws IOException, InterruptedException {
        Path run = Files.createTempDirectory(Files.createDirectories(work), "run-");
        last = run;
        Path scratch = Files.createDirectory(run.resolve("scratch"));
        Path output = run.resolve("output");
        PlanStep step = step(sample);
        Invocation invocation =
                new Invocation(
                        sample.unit(),
                        inputs(sample),
                        sample.target(),
                        step.parameters(),
                        output,
                        scratch);
        return new Run(runner.run(step, invocation, progress), output, scratch);
    }

    /** Waits until a process works in the folders of this bench. */
    public void awaitAProcess() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !survivors().isEmpty());
    }

    /** Returns the processes that were started in the folders of this bench and are alive. */
    public List<Long> survivors() {
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process.pid()).contains("HOME=" + work))
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Returns the folder of the last run. */
    public Path lastFolder() {
        return last;
    }

    @Override
    public void close() {
        runner.close();
    }

    /** A worker fetches objects into its own folder; programs reach no other. */
    private List<Invocation.Input> inputs(ProgramSample sample) throws IOException {
        List<Invocation.Input> copies = new ArrayList<>();
        for (Invocation.Input input : sample.inputs()) {
            Path place = Files.createTempDirectory(work, "input-");
            Path copy = place.resolve(input.file().getFileName());
            copies.add(
                    new Invocation.Input(
                            Files.copy(input.file(), copy), input.type(), input.name()));
        }
        return copies;
    }

    private PlanStep step(ProgramSample sample) {
        TransformationProgram program =
                programs.shipped().stream()
                        .filter(document -> document.unit(sample.unit()).isPresent())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no unit " + sample.unit()));
        TransformationUnit unit = program.unit(sample.unit()).orElseThrow();
        return new PlanStep(
                new UnitId(program.id(), unit.id()),
                program.version(),
                program.checksum(),
                program.entryClass().orElseThrow(),
                sample.inputs().getFirst().type(),
                sample.inputs().stream().skip(1).map(Invocation.Input::type).toList(),
                sample.target(),
                parameters(program, unit, sample),
                unit.limits(),
                true);
    }

    /** Binds parameters as a planner does: the document's values, then the sample's own. */
    private static SortedMap<String, String> parameters(
            TransformationProgram program, TransformationUnit unit, ProgramSample sample) {
        SortedMap<String, String> bound = new TreeMap<>();
        Stream.concat(program.parameters().stream(), unit.parameters().stream())
                .filter(parameter -> !parameter.isUnset() && !parameter.isAny())
                .forEach((Parameter parameter) -> bound.put(parameter.name(), parameter.value()));
        bound.putAll(sample.parameters());
        return bound;
    }

    private static String environment(long process) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc/" + process + "/environ")),
                    StandardCharsets.UTF_8);
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
