package org.proteus.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.WebhookView;

/** Jobs and elements as text. */
public final class JobText {

    private static final int LISTED_FAILURES = 20;

    private JobText() {}

    /** Prints what became of a job, and every failure up to a screenful with its reason. */
    public static void printOutcome(JobView job, List<ElementView> failures, Printer printer) {
        printer.line(outcome(job));
        job.problem().ifPresent(printer::problem);
        failures.stream().limit(LISTED_FAILURES).forEach(element -> printFailure(element, printer));
        if (failures.size() > LISTED_FAILURES) {
            printer.remark(
                    "... and %d more; --report FILE writes them all"
                            .formatted(failures.size() - LISTED_FAILURES));
        }
    }

    /** Prints a job with everything known of it. */
    public static void print(JobView job, Printer printer) {
        printer.line("job      " + job.id());
        printer.line("state    " + job.state());
        printer.line("from     " + job.from());
        printer.line("to       " + job.target());
        printer.line("into     " + job.into());
        if (!job.options().isEmpty()) {
            printer.line("options  " + job.options());
        }
        printer.line("priority " + job.priority());
        printer.line("created  " + job.created());
        job.deadline().ifPresent(deadline -> printer.line("deadline " + deadline));
        job.ended().ifPresent(ended -> printer.line("ended    " + ended));
        printer.line("elements " + counts(job) + (job.listed() ? "" : " (listing goes on)"));
        printer.line("cost     " + job.cost().text());
        if (!job.waitingFor().isEmpty()) {
            printer.line("waits    " + job.waitingFor());
        }
        job.webhook().ifPresent(webhook -> printer.line("webhook  " + webhook(webhook)));
        job.problem().ifPresent(printer::problem);
    }

    private static String webhook(WebhookView webhook) {
        return webhook.url()
                + " "
                + webhook.state()
                + webhook.next().map(next -> ", next at " + next).orElse("")
                + webhook.problem().map(problem -> ", " + problem.text()).orElse("");
    }

    /** Returns a job as one row of a list. */
    public static String row(JobView job) {
        return "%s  %-10s %s -> %s  %s"
                .formatted(
                        job.id(), job.state(), job.from(), job.target().mediaType(), counts(job));
    }

    private static String outcome(JobView job) {
        Instant end = job.ended().orElseGet(Instant::now);
        return "%s: %s in, %s out, %s"
                .formatted(
                        counts(job),
                        Amounts.bytes(job.bytesIn()),
                        Amounts.bytes(job.bytesOut()),
                        Amounts.duration(Duration.between(job.created(), end)));
    }

    private static String counts(JobView job) {
        String counts =
                Arrays.stream(ElementState.values())
                        .filter(state -> job.count(state) > 0)
                        .map(state -> job.count(state) + " " + state)
                        .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "no objects" : counts;
    }

    private static void printFailure(ElementView element, Printer printer) {
        String reason = element.problem().map(Problem::text).orElse("no reason known");
        printer.remark("  " + element.state() + " " + element.name() + ": " + reason);
    }
}
