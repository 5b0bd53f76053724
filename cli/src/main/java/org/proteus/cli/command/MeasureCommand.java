package org.proteus.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.proteus.cli.backend.StateFolders;
import org.proteus.cli.demo.Samples;
import org.proteus.cli.measure.MeasuredFile;
import org.proteus.cli.measure.Measurements;
import org.proteus.cli.measure.UnitMeasurement;
import org.proteus.cli.output.MeasurementText;
import org.proteus.cli.remote.RemoteMeasurements;
import org.proteus.coordinator.learning.FileFigures;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.library.Knowledge;
import org.proteus.programs.ScratchFolder;
import org.proteus.programs.step.LocalStepRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how much units keep of real objects. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = {
            "Runs units on samples, compares what came out with what went in, and remembers how much",
            "each keeps, on this machine or on a server; plans are then chosen by it. Pictures are",
            "compared by SSIM, sound by wave and spectrum, documents by words, pages, title, author."
        })
public final class MeasureCommand implements Callable<Integer> {

    @Option(
            names = "--units",
            paramLabel = "PATTERN",
            defaultValue = "*/*",
            description = "Units to measure, for example 'imagemagick/*' (default: all).")
    private String units;

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            description = "Files of the types to measure; the shipped samples if left out.")
    private Path samples;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Write a settings file; what is remembered on this machine stays as it is.")
    private Path file;

    @Option(names = "--dry-run", description = "Measure and print, remember nothing.")
    private boolean dryRun;

    @Mixin private OperatorOptions operator;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        try (ScratchFolder folder = ScratchFolder.create(temporary(), "proteus-measure")) {
            List<UnitMeasurement> measured = measure(folder.path());
            if (measured.isEmpty()) {
                throw new ProteusException(
                        ErrorCode.BAD_REQUEST,
                        "no sample suits a unit that '" + units + "' names",
                        "name other units, or a folder with files of the types they take");
            }
            keep(measured);
            if (output.json()) {
                output.printer().json(measured);
            }
            return ExitCodes.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<UnitMeasurement> measure(Path folder) throws IOException, InterruptedException {
        Path from = samples == null ? Samples.copyInto(folder) : samples;
        int cores = Runtime.getRuntime().availableProcessors();
        try (Knowledge knowledge = Knowledge.load(StateFolders.programs());
                LocalStepRunner runner =
                        new LocalStepRunner(
                                knowledge.installed(), LocalStepRunner.Settings.of(folder, cores));
                Measurements measurements = new Measurements(knowledge, runner, folder, cores)) {
            return measurements.measure(
                    from,
                    wanted(),
                    one -> {
                        if (!output.json()) {
                            output.printer().line(MeasurementText.row(one));
                        }
                    });
        }
    }

    private Predicate<UnitId> wanted() {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + units);
        return unit -> matcher.matches(Path.of(unit.toString()));
    }

    private void keep(List<UnitMeasurement> measured) {
        if (dryRun) {
            return;
        }
        if (file != null) {
            write(MeasuredFile.text(measured));
            return;
        }
        Map<UnitId, Double> fidelities = new TreeMap<>();
        measured.forEach(
                one -> one.fidelity().ifPresent(keeps -> fidelities.put(one.unit(), keeps)));
        remember(fidelities);
        output.printer().remark("remembered what " + fidelities.size() + " units keep");
    }

    private void remember(Map<UnitId, Double> fidelities) {
        Optional<URI> server = operator.server();
        if (server.isEmpty()) {
            new FileFigures(StateFolders.figures()).measured(fidelities);
            return;
        }
        try (RemoteMeasurements remote =
                new RemoteMeasurements(server.get(), operator.tokenFile())) {
            remote.measured(fidelities);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.SINK_UNWRITABLE,
                            file + " cannot be written",
                            "name another file"),
                    e);
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
