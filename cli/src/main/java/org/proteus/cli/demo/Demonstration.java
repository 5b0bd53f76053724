package org.proteus.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.proteus.cli.backend.Backend;
import org.proteus.cli.output.Printer;
import org.proteus.cli.remote.RemoteBackend;
import org.proteus.cli.service.Service;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.job.ScalingRequest;
import org.proteus.foundation.model.program.Plan;

/** One REST and one SOAP request to a running service, and what became of every sample. */
final class Demonstration {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST = 1000;

    private final Service service;
    private final Path samples;
    private final Path results;
    private final Printer printer;

    Demonstration(Service service, Path samples, Path results, Printer printer) {
        this.service = service;
        this.samples = samples;
        this.results = results;
        this.printer = printer;
    }

    /** Returns whether every sample that can be done was done. */
    boolean run() throws IOException, InterruptedException {
        boolean restEnded = overRest();
        boolean soapEnded = overSoap();
        return restEnded && soapEnded;
    }

    private boolean overRest() throws InterruptedException {
        printer.line("");
        printer.line("REST: every sample as PDF, as many workers as pay off");
        Path into = results.resolve("pdf");
        JobRequest request =
                new JobRequest(
                        Place.of(samples.toUri().toString()),
                        "pdf",
                        Place.of(into.toUri().toString()),
                        null,
                        null,
                        scaling(),
                        null,
                        null,
                        null);
        try (Backend backend = RemoteBackend.of(service.uri())) {
            printer.line("  POST " + service.uri() + "/api/v1/jobs");
            JobView job = finished(backend.jobs(), backend.jobs().submit(request));
            return show(backend.jobs(), job);
        }
    }

    private static ScalingRequest scaling() {
        return new ScalingRequest(
                Optional.of("efficiency"),
                Optional.empty(),
                Optional.of(0.5),
                Optional.of(1),
                Optional.of(2),
                Optional.of(1),
                Optional.of("3s"),
                Optional.empty());
    }

    private boolean overSoap() throws IOException, InterruptedException {
        printer.line("");
        printer.line("SOAP: every sample as PNG, 200 pixels wide");
        Path into = results.resolve("png");
        SoapRequest soap = new SoapRequest(service.uri());
        printer.line("  POST " + service.uri() + "/soap/transformation (createTransformation)");
        String id =
                soap.createTransformation(
                        samples.toUri(), "image/png; width=\"200\"", into.toUri());
        try (Backend backend = RemoteBackend.of(service.uri())) {
            return show(backend.jobs(), finished(backend.jobs(), backend.jobs().show(id)));
        }
    }

    private JobView finished(Jobs jobs, JobView submitted) throws InterruptedException {
        printer.line("  job " + submitted.id() + ", to " + submitted.target());
        JobView job = submitted;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!job.state().isFinal() && System.nanoTime() < deadline) {
            job = jobs.await(job.id(), Duration.ofSeconds(10));
        }
        return job;
    }

    private boolean show(Jobs jobs, JobView job) {
        List<ElementView> elements =
                jobs.elements(job.id(), Optional.empty(), Optional.empty(), MOST).items();
        elements.forEach(element -> printer.line("  " + row(element)));
        jobs.decisions(job.id())
                .forEach(decision -> printer.line("  workers: " + decision.reason()));
        printer.line("  tasks by worker: " + tasksByWorker(elements));
        return job.state().isFinal() && elements.stream().allMatch(e -> e.state().isFinal());
    }

    /** Whoever is no longer needed has gone by now, so the attempts are asked. */
    private static String tasksByWorker(List<ElementView> elements) {
        return elements.stream()
                .flatMap(element -> element.attempts().stream())
                .collect(
                        Collectors.groupingBy(
                                AttemptView::worker, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(worker -> worker.getKey() + " " + worker.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String row(ElementView element) {
        String type = element.typeFound().map(found -> found.mediaType()).orElse("?");
        return "%-14s %-12s %s: %s".formatted(element.name(), element.state(), type, told(element));
    }

    private static String told(ElementView element) {
        return element.problem()
                .map(Problem::text)
                .orElseGet(() -> element.plan().map(Demonstration::steps).orElse(""));
    }

    private static String steps(Plan plan) {
        return plan.isPassThrough()
                ? "already of that type, forwarded untouched"
                : plan.steps().stream()
                        .map(step -> step.unit().toString())
                        .collect(Collectors.joining(" + "));
    }
}
