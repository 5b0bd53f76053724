package org.proteus.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.proteus.cli.backend.Backend;
import org.proteus.cli.backend.OneShot;
import org.proteus.cli.output.JobText;
import org.proteus.cli.output.Printer;
import org.proteus.cli.remote.RemoteBackend;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.MissingWorker;
import org.proteus.foundation.model.job.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: everything in a source becomes the target type and goes to a sink. */
@Command(
        name = "transform",
        mixinStandardHelpOptions = true,
        description = {
            "Transforms everything in a source to a type and stores it in a sink.",
            "The same command again resumes, and does not redo what is done."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all done",
            "1:could not run",
            "2:bad arguments",
            "3:some objects failed; they are listed with their reasons"
        })
public final class TransformCommand implements Callable<Integer> {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TYPE",
            description = "Content type, extension or file name: 'image/png', png, a.png.")
    private String to;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Option that a step must honour, for example width=640. Repeatable.")
    private Map<String, String> options = Map.of();

    @Option(names = "--no-recursive", description = "Leave out the folders below the source.")
    private boolean flat;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report, one JSON object a line, the summary last.")
    private Path report;

    @Option(names = "--detach", description = "With --server: print the job's id and do not wait.")
    private boolean detach;

    @Mixin private PlaceOptions places;
    @Mixin private PairingOptions pairing;
    @Mixin private RulesOptions rules;
    @Mixin private ScalingOptions scaling;
    @Mixin private LifeOptions life;
    @Mixin private ServerOptions server;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        if (detach && server.server().isEmpty()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "--detach leaves the work to a server, and no --server is given",
                    "add --server URL, or leave out --detach");
        }
        if (life.needsServer() && server.server().isEmpty()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "a webhook is told by a server, and no --server is given",
                    "add --server URL; without it the command itself ends with the job");
        }
        return server.server().isPresent() ? onServer() : here();
    }

    private int onServer() throws InterruptedException {
        JobRequest request = request(MissingWorker.WAIT);
        try (JobWatch watch = new JobWatch(output.printer());
                Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            JobView job = backend.jobs().submitOrResume(request);
            if (detach) {
                printDetached(job);
                return ExitCodes.DONE;
            }
            return follow(watch, backend, job);
        }
    }

    private int here() throws InterruptedException {
        JobRequest request = request(MissingWorker.REFUSE);
        try (JobWatch watch = new JobWatch(output.printer());
                Backend backend = OneShot.open(request)) {
            return follow(watch, backend, backend.jobs().submitOrResume(request));
        }
    }

    private JobRequest request(MissingWorker missingWorker) {
        Place source = places.source(output.printer());
        Place sink = places.sink(output.printer());
        JobRequest request =
                new JobRequest(
                        source,
                        to,
                        sink,
                        options,
                        rules.rules(),
                        scaling.request(),
                        !flat,
                        missingWorker,
                        List.of());
        return life.of(request.withPairing(pairing.pairing()));
    }

    private int follow(JobWatch watch, Backend backend, JobView submitted)
            throws InterruptedException {
        Printer printer = output.printer();
        printer.remark("to " + submitted.target());
        JobView job = watch.untilEnded(backend.jobs(), submitted);
        List<ElementView> failures = Failures.of(backend.jobs(), job);
        Optional.ofNullable(report).ifPresent(file -> ReportFile.write(backend, job, file));
        if (output.json()) {
            printer.json(new JobDetails(job, failures, backend.jobs().decisions(job.id())));
        } else {
            JobText.printOutcome(job, failures, printer);
        }
        return ExitCodes.of(job);
    }

    private void printDetached(JobView job) {
        if (output.json()) {
            output.printer().json(job);
        } else {
            output.printer().remark("to " + job.target());
            output.printer().line(job.id());
        }
    }
}
