package org.proteus.cli.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.proteus.cli.backend.Backend;
import org.proteus.cli.output.JobText;
import org.proteus.cli.output.Printer;
import org.proteus.cli.output.ProgressDisplay;
import org.proteus.cli.output.ScalingCsv;
import org.proteus.cli.remote.RemoteBackend;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.ScalingChart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The jobs of a server. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description =
                "Lists, shows, charts, pauses, resumes, cancels, retries, removes jobs of a server, or waits for"
                        + " one.")
public final class JobsCommand {

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Newest jobs first.")
    int list(
            @Mixin ServerOptions server,
            @Mixin OutputOptions output,
            @Option(names = "--limit", defaultValue = "50", description = "Most jobs to print.")
                    int limit) {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            List<JobView> jobs = backend.jobs().list(Optional.empty(), limit).items();
            if (output.json()) {
                output.printer().json(jobs);
            } else {
                jobs.forEach(job -> output.printer().line(JobText.row(job)));
            }
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "A job, its failures and its log of decisions.")
    int show(
            @Mixin ServerOptions server,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "ID", description = "Id of the job.") String id) {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            Jobs jobs = backend.jobs();
            JobView job = jobs.show(id);
            List<ElementView> failures = Failures.of(jobs, job);
            List<Decision> decisions = jobs.decisions(id);
            if (output.json()) {
                output.printer().json(new JobDetails(job, failures, decisions));
            } else {
                print(output.printer(), job, failures, decisions);
            }
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "scaling",
            mixinStandardHelpOptions = true,
            description = "The course of a job's rate and workers as CSV, with its decisions.")
    int scaling(
            @Mixin ServerOptions server,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "ID", description = "Id of the job.") String id) {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            ScalingChart chart = backend.jobs().scaling(id);
            if (output.json()) {
                output.printer().json(chart);
            } else {
                ScalingCsv.print(chart, output.printer());
            }
            return ExitCodes.DONE;
        }
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "Stops a job.")
    int cancel(
            @Mixin ServerOptions server,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "ID", description = "Id of the job.") String id) {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            return print(output, backend.jobs().cancel(id));
        }
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Lets nothing of a job begin any more; what is under way ends.")
    int pause(
            @Mixin ServerOptions server,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "ID", description = "Id of the job.") String id) {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            return print(output, backend.jobs().pause(id));
        }
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Lets a paused job go on.")
    int resume(
            @Mixin ServerOptions server,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "ID", description = "Id of the job.") String id) {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            return print(output, backend.jobs().resume(id));
        }
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = "Lets what was not done run again.")
    int retry(
            @Mixin ServerOptions server,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "ID", description = "Id of the job.") String id) {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            return print(output, backend.jobs().retry(id));
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes an ended job with all that is kept of it; results stay.")
    int remove(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID", description = "Id of the job.") String id) {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            backend.jobs().remove(id);
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "wait",
            mixinStandardHelpOptions = true,
            description = "Waits until a job has ended; the exit code tells how.")
    int await(
            @Mixin ServerOptions server,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "ID", description = "Id of the job.") String id)
            throws InterruptedException {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            Printer printer = output.printer();
            ProgressDisplay display = ProgressDisplay.on(printer, Terminal.isPresent());
            JobView job = backend.jobs().show(id);
            while (!job.state().isFinal()) {
                display.update(job);
                job = backend.jobs().await(id, Duration.ofSeconds(1));
            }
            display.finish();
            print(output, job, Failures.of(backend.jobs(), job));
            return ExitCodes.of(job);
        }
    }

    private static int print(OutputOptions output, JobView job) {
        if (output.json()) {
            output.printer().json(job);
        } else {
            JobText.print(job, output.printer());
        }
        return ExitCodes.DONE;
    }

    private static void print(OutputOptions output, JobView job, List<ElementView> failures) {
        if (output.json()) {
            output.printer().json(new JobDetails(job, failures, List.of()));
        } else {
            JobText.printOutcome(job, failures, output.printer());
        }
    }

    private static void print(
            Printer printer, JobView job, List<ElementView> failures, List<Decision> decisions) {
        JobText.print(job, printer);
        if (!failures.isEmpty()) {
            JobText.printOutcome(job, failures, printer);
        }
        decisions.forEach(decision ->
                printer.line(
                        "%s  %d -> %d  %s"
                                .formatted(
                                        decision.at(),
                                        decision.workers(),
                                        decision.wanted(),
                                        decision.reason())));
    }
}
