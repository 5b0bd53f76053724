package org.proteus.cli.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.TimeSpan;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.Webhook;
import picocli.CommandLine.Option;

/** How a job lives. */
final class LifeOptions {

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description =
                    "Cancel what has not ended by then: a span from now (2h) or a time with its zone"
                            + " (2030-01-31T18:00:00Z).")
    private String deadline;

    @Option(
            names = "--priority",
            paramLabel = "N",
            description = "0 to 9: tasks of jobs with a higher one go first; 5 unless told.")
    private Integer priority;

    @Option(
            names = "--webhook",
            paramLabel = "URL",
            description =
                    "With --server: address to which the server posts when the job has ended.")
    private String webhook;

    @Option(
            names = "--webhook-secret-file",
            paramLabel = "FILE",
            description = "File that holds what the webhook's message is signed with.")
    private Path webhookSecret;

    /** Returns a request with what is said of its life. */
    JobRequest of(JobRequest request) {
        return request.withPriority(priority)
                .withDeadline(Optional.ofNullable(deadline).map(text -> time(text, Instant.now())))
                .withWebhook(webhook());
    }

    /** Whether something is asked for that a command which ends with its job cannot do. */
    boolean needsServer() {
        return webhook != null;
    }

    private Optional<Webhook> webhook() {
        if ((webhook == null) != (webhookSecret == null)) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "a webhook needs an address and a secret",
                    "give both --webhook URL and --webhook-secret-file FILE");
        }
        return Optional.ofNullable(webhook)
                .map(url -> new Webhook(url, SecretFile.read("secret", webhookSecret)));
    }

    /**
     * Reads a time.
     *
     * @throws ProteusException with {@code BAD_REQUEST}
     */
    static Instant time(String text, Instant now) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : now.plus(TimeSpan.parse(text).duration()).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException wrong) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "'" + text + "' is no deadline",
                            "write a span such as 2h, or a time with its zone such as"
                                    + " 2030-01-31T18:00:00Z"),
                    wrong);
        }
    }
}
