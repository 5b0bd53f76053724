package org.proteus.programs.step;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.programs.Availability;
import org.proteus.programs.CommandProgram;
import org.proteus.programs.HostedProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.Program;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.ScratchFolder;
import org.proteus.programs.StepRunner;
import org.proteus.programs.host.HostPool;
import org.proteus.programs.process.Launcher;
import org.proteus.programs.process.MachineMemory;
import org.proteus.programs.process.ProcessRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs steps with the programs installed here. */
public final class LocalStepRunner implements StepRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStepRunner.class);

    private final InstalledPrograms programs;
    private final Settings settings;
    private final Offers offers;
    private final Launcher launcher;
    private final HostPool hosts;
    private final CommandSteps commands;
    private final HostedSteps classes;
    private final MemoryRoom memory;
    private final ExpectedMemory expected = new ExpectedMemory();
    private volatile List<TransformationProgram> published = List.of();

    /**
     * What a worker gives its programs.
     *
     * @param workFolder folder of all inputs, outputs and temporary files; other files of this
     *     machine are out of the programs' reach
     * @param slots steps that run at once
     * @param limits limits for units that declare none; those that users publish may not exceed
     *     them
     * @param untrusted what is done with programs that users have published
     * @param memory what all steps may use together, in bytes
     */
    public record Settings(
            Path workFolder,
            int slots,
            UnitLimits limits,
            UntrustedPrograms untrusted,
            long memory) {

        private static final long MEGABYTE = 1 << 20;

        /** No input limit, 16 GB of output, one hour, two minutes idle, 2 GB of memory. */
        public static final UnitLimits USUAL_LIMITS =
                new UnitLimits(0, 16_384 * MEGABYTE, 0, 3600, 120, 2048 * MEGABYTE);

        /** The rest is for the worker itself, its file cache and whatever else runs here. */
        private static final double STEPS_SHARE = 0.8;

        /** Returns settings with the usual limits; steps may use most of the machine's memory. */
        public static Settings of(Path workFolder, int slots) {
            return new Settings(
                    workFolder,
                    slots,
                    USUAL_LIMITS,
                    UntrustedPrograms.SHIPPED,
                    (long) (MachineMemory.total() * STEPS_SHARE));
        }

        /** Returns these settings with another way to treat what users have published. */
        public Settings withUntrusted(UntrustedPrograms other) {
            return new Settings(workFolder, slots, limits, other, memory);
        }

        /** Returns these settings with other memory for all steps together, in bytes. */
        public Settings withMemory(long bytes) {
            return new Settings(workFolder, slots, limits, untrusted, bytes);
        }
    }

    /** Creates a runner; nothing is started before the first step. */
    public LocalStepRunner(InstalledPrograms programs, Settings settings) {
        this.programs = programs;
        this.settings = settings;
        this.offers = new Offers(programs, settings.untrusted());
        this.launcher = Launcher.confinedTo(settings.workFolder());
        this.hosts =
                new HostPool(
                        launcher,
                        settings.workFolder().toAbsolutePath(),
                        HostPool.Settings.forSlots(settings.slots()));
        this.commands = new CommandSteps(new ProcessRunner(launcher));
        this.classes = new HostedSteps(hosts);
        this.memory = new MemoryRoom(settings.memory(), MachineMemory::available);
    }

    @Override
    public List<ProgramOffer> offers(List<TransformationProgram> published) {
        this.published = List.copyOf(published);
        return offers.all(published);
    }

    @Override
    public StepRecord run(PlanStep plan, Invocation invocation, ProgressListener progress)
            throws InterruptedException {
        ShortPaths paths = new ShortPaths(invocation);
        long size = sizeOf(invocation.inputs().stream().map(Invocation.Input::file));
        boolean kept = false;
        try (MemoryRoom.Place _ = memory.enter(expected(plan, size))) {
            long started = launcher.clock().nanos();
            StepEnd end = attempt(plan, invocation, progress);
            expected.saw(plan.unit(), size, end.peakMemory());
            kept = end.problem().isEmpty();
            long millis = (launcher.clock().nanos() - started) / 1_000_000;
            Optional<Problem> problem =
                    end.problem()
                            .map(p -> new Problem(p.code(), paths.in(p.message()), p.action()))
                            .map(p -> FailureWords.of(p, plan.unit(), paths.in(end.lastWords())));
            return record(plan, invocation, end, millis, paths, problem);
        } finally {
            new ScratchFolder(invocation.scratch()).close();
            if (!kept) {
                new ScratchFolder(invocation.output()).close();
            }
        }
    }

    @Override
    public void suspend() {
        launcher.freeze();
    }

    @Override
    public void resume() {
        launcher.thaw();
    }

    /** Ends every program host and with it all that programs left running. */
    @Override
    public void close() {
        hosts.close();
        launcher.close();
    }

    private StepEnd attempt(PlanStep plan, Invocation invocation, ProgressListener progress)
            throws InterruptedException {
        Program program = programs.program(plan.entryClass()).orElse(null);
        if (program == null) {
            return StepEnd.notStarted(
                    Problem.of(ErrorCode.NO_WORKER, "it is not installed on this worker"));
        }
        Availability found = offers.confirm(program);
        if (!found.runnable()) {
            return StepEnd.notStarted(Problem.of(ErrorCode.NO_WORKER, found.reason()));
        }
        try {
            if (!plan.trusted()) {
                settings.untrusted().require(plan.entryClass(), programs);
            }
            long size = sizeOfInputs(invocation);
            StepLimits limits = limits(plan, size);
            if (limits.inputBytes() > 0 && size > limits.inputBytes()) {
                return StepEnd.notStarted(
                        Problem.of(
                                ErrorCode.LIMIT_EXCEEDED,
                                "it takes no more than " + limits.inputBytes() + " bytes"));
            }
            return checked(
                    run(program, new Step(plan, invocation, limits, progress)), invocation, limits);
        } catch (ProteusException e) {
            return StepEnd.notStarted(e.problem());
        } catch (RuntimeException e) {
            LOG.error("{} failed before its step could start", plan.unit(), e);
            return StepEnd.notStarted(
                    Problem.of(ErrorCode.INTERNAL, "a defect in " + plan.entryClass()));
        } catch (IOException e) {
            return StepEnd.notStarted(
                    Problem.of(ErrorCode.INTERNAL, "its input is gone: " + e.getMessage()));
        }
    }

    private long expected(PlanStep plan, long size) {
        return expected.of(
                plan.unit(),
                size,
                plan.limits().maxMemoryBytes(),
                limits(plan, size).memoryBytes());
    }

    private StepLimits limits(PlanStep plan, long size) {
        UnitLimits declared =
                plan.trusted()
                        ? plan.limits()
                        : StepLimits.atMost(plan.limits(), settings.limits());
        return StepLimits.of(declared, settings.limits(), size);
    }

    private StepEnd run(Program program, Step step) throws InterruptedException {
        return switch (program) {
            case CommandProgram command -> commands.run(command, declared(step));
            case HostedProgram hosted -> classes.run(hosted, step);
        };
    }

    /** A class may know more types than its units declare, a command is told what to expect. */
    private Step declared(Step step) {
        return unit(step.plan().unit())
                .map(unit -> DeclaredInputs.of(step.invocation(), unit))
                .map(inputs -> new Step(step.plan(), inputs, step.limits(), step.progress()))
                .orElse(step);
    }

    private Optional<TransformationUnit> unit(UnitId id) {
        return programs.unit(id)
                .or(() ->
                        published.stream()
                                .filter(program -> program.id().equals(id.program()))
                                .findFirst()
                                .flatMap(program -> program.unit(id.unit())));
    }

    private static StepEnd checked(StepEnd end, Invocation invocation, StepLimits limits) {
        Optional<Problem> problem =
                end.problem()
                        .or(() -> OutputCheck.check(invocation.output(), limits.outputBytes()))
                        .or(() -> TextCheck.check(invocation.output(), invocation.target()));
        return problem.map(end::failed).orElse(end);
    }

    private StepRecord record(
            PlanStep plan,
            Invocation invocation,
            StepEnd end,
            long millis,
            ShortPaths paths,
            Optional<Problem> problem) {
        String tool =
                programs.program(plan.entryClass()).map(p -> offers.confirm(p).tool()).orElse("");
        return new StepRecord(
                plan.unit(),
                plan.version(),
                tool,
                plan.source(),
                plan.target(),
                paths.in(end.arguments()),
                sizeOf(invocation.inputs().stream().map(Invocation.Input::file)),
                problem.isEmpty() ? sizeOf(Stream.of(invocation.output())) : 0,
                millis,
                end.exitCode(),
                paths.in(end.lastWords()),
                problem);
    }

    /** Returns the bytes of files as far as they can be read; a report is no reason to fail. */
    private static long sizeOf(Stream<Path> files) {
        return files.map(Path::toFile).mapToLong(File::length).sum();
    }

    private static long sizeOfInputs(Invocation invocation) throws IOException {
        long sum = 0;
        for (Invocation.Input input : invocation.inputs()) {
            sum += Files.size(input.file());
        }
        return sum;
    }
}
