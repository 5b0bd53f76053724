package org.proteus.coordinator.webhook;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.secret.SecretVault;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.WebhookRow;
import org.proteus.coordinator.store.WebhookRows;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.WebhookState;
import org.proteus.foundation.net.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the messages of jobs that ended. Every coordinator does; who takes one for an attempt has
 * it for a minute, so it is sent by one at a time, and once more if that one is gone.
 */
public final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** Messages under way at once. */
    private static final int MOST = 16;

    private final Database database;
    private final SecretVault vault;
    private final TargetCheck targets;
    private final Jobs jobs;
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(
                    2, Thread.ofPlatform().name("courier-", 1).daemon().factory());
    private final PinnedPost post =
            new PinnedPost((SSLSocketFactory) SSLSocketFactory.getDefault(), clock);

    /** Creates a courier that sends nothing yet. */
    public Courier(Database database, SecretVault vault, TargetCheck targets, Jobs jobs) {
        this.database = database;
        this.vault = vault;
        this.targets = targets;
        this.jobs = jobs;
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Looks for messages every second until it is closed. */
    public void start() {
        ScheduledFuture<?> _ =
                clock.scheduleWithFixedDelay(
                        this::lookOrLog, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookOrLog() {
        try {
            look();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            // The database may be back the next time.
            LOG.warn("looking after webhooks failed: {}", failure.getMessage());
            LOG.debug("the failure", failure);
        }
    }

    private void look() throws InterruptedException {
        List<Thread> underWay = new ArrayList<>();
        for (WebhookRow row : database.read(handle -> WebhookRows.allDue(handle, MOST))) {
            if (database.brieflyWrite(h -> WebhookRows.claim(h, row, CLAIM.toMillis()))) {
                underWay.add(
                        Thread.ofVirtual().name("webhook " + row.job()).start(() -> attempt(row)));
            }
        }
        for (Thread thread : underWay) {
            thread.join();
        }
    }

    private void attempt(WebhookRow row) {
        try {
            Optional<Problem> problem = send(row);
            Optional<Duration> pause =
                    problem.flatMap(
                            _ -> Pauses.after(row.attempts() + 1, Duration.ofMillis(row.age())));
            WebhookState state = state(problem, pause);
            database.change(handle ->
                    WebhookRows.attempted(
                            handle, row, state, pause.map(Duration::toMillis).orElse(0L), problem));
            LOG.info("webhook of job {}: {}", row.job(), state);
        } catch (RuntimeException failure) {
            LOG.warn("the webhook of job {} is sent again: {}", row.job(), failure.getMessage());
            LOG.debug("the failure", failure);
        }
    }

    private static WebhookState state(Optional<Problem> problem, Optional<Duration> pause) {
        if (problem.isEmpty()) {
            return WebhookState.DELIVERED;
        }
        return pause.isPresent() ? WebhookState.DUE : WebhookState.GIVEN_UP;
    }

    /** Sends a message once; returns why it did not arrive. */
    private Optional<Problem> send(WebhookRow row) {
        try {
            JobView job = jobs.show(row.job());
            if (job.ended().isEmpty()) {
                // It runs once more and will end anew.
                return Optional.empty();
            }
            byte[] body = WireJson.write(Message.ended(job));
            int status = post.send(targets.resolve(row.url()), headers(row, job, body), body);
            return status / 100 == 2 ? Optional.empty() : Optional.of(answered(status));
        } catch (ProteusException refused) {
            return Optional.of(refused.problem());
        } catch (IOException broken) {
            return Optional.of(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "the webhook could not be reached: " + broken.getMessage(),
                            "look at its receiver"));
        }
    }

    /** The same end has the same key, however often it is told. */
    private Map<String, String> headers(WebhookRow row, JobView job, byte[] body) {
        Credentials secret = database.read(handle -> vault.get(handle, row.secret())).orElseThrow();
        String key = job.id() + "-" + job.ended().orElseThrow().toEpochMilli();
        return Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                '"' + key + '"',
                Signature.HEADER,
                Signature.of(secret.password(), Instant.now(), body));
    }

    private static Problem answered(int status) {
        return new Problem(
                ErrorCode.UNAVAILABLE,
                "the webhook answered with status " + status,
                status / 100 == 3
                        ? "name the address that it leads to; redirects are not followed"
                        : "look at its receiver");
    }

    @Override
    public void close() {
        // Not interrupted: that could hit the database in the middle.
        clock.shutdown();
        post.close();
        try {
            if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the courier does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
