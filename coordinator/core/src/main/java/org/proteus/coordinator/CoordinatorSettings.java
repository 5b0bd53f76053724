package org.proteus.coordinator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.proteus.coordinator.scaling.ScalingDefaults;
import org.proteus.policies.retry.RetryBudget;

/**
 * How a coordinator runs. A lease lasts three heartbeats.
 *
 * @param dataFolder folder of the embedded database, the lock and the key file
 * @param databaseUrl JDBC URL of a PostgreSQL database to use instead of the embedded one
 * @param keyFile file with the key for stored credentials; absent: in the data folder
 * @param heartbeat time between heartbeats of a worker; at least 100 ms
 * @param lookAhead tasks that wait at most before the listing of a job pauses; at least 1
 * @param workersInProcess whether every worker lives in this process, so that leases of an earlier
 *     process are void when this one starts
 * @param budget how often an element is tried
 * @param instant limits of transformations whose caller waits
 * @param inline limits of objects that travel in requests and replies
 * @param files which {@code file:} places may be named
 * @param scaling what requests leave open about their workers
 * @param jobs how much of jobs there may be, and how long ended ones are kept
 * @param webhooks where jobs may tell that they have ended
 * @param uses how many tasks may use a place or a program at once
 */
public record CoordinatorSettings(
        Path dataFolder,
        Optional<String> databaseUrl,
        Optional<Path> keyFile,
        Duration heartbeat,
        int lookAhead,
        boolean workersInProcess,
        RetryBudget budget,
        InstantLimits instant,
        InlineLimits inline,
        FileAccess files,
        ScalingDefaults scaling,
        JobLimits jobs,
        WebhookTargets webhooks,
        UseLimits uses) {

    private static final int LEASE_HEARTBEATS = 3;

    /** A request may ask for more than this machine has cores: other pools may have them. */
    private static final int MOST_WORKERS = 64;

    /**
     * @throws IllegalArgumentException if a value is out of range; the message names it
     */
    public CoordinatorSettings {
        Objects.requireNonNull(dataFolder, "dataFolder is null");
        require(heartbeat.toMillis() >= 100, "heartbeat must be >= 100ms", heartbeat);
        require(lookAhead >= 1, "look-ahead must be >= 1", lookAhead);
    }

    /** Returns the settings of a service: a heartbeat every 5 s, no {@code file:} places. */
    public static CoordinatorSettings service(Path dataFolder) {
        return new CoordinatorSettings(
                dataFolder,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(5),
                1000,
                false,
                RetryBudget.DEFAULT,
                InstantLimits.DEFAULT,
                InlineLimits.DEFAULT,
                FileAccess.NONE,
                ScalingDefaults.fixed(Runtime.getRuntime().availableProcessors(), MOST_WORKERS),
                JobLimits.DEFAULT,
                WebhookTargets.DEFAULT,
                UseLimits.NONE);
    }

    /**
     * Returns the settings of a one-shot command: workers in the process, any {@code file:}; jobs
     * are kept, so that the same command continues whenever it comes.
     */
    public static CoordinatorSettings oneShot(Path dataFolder) {
        return service(dataFolder)
                .withWorkersInProcess()
                .withFiles(FileAccess.ANY)
                .withJobs(JobLimits.NONE);
    }

    /** Returns these settings with another heartbeat. */
    public CoordinatorSettings withHeartbeat(Duration other) {
        return new CoordinatorSettings(
                dataFolder,
                databaseUrl,
                keyFile,
                other,
                lookAhead,
                workersInProcess,
                budget,
                instant,
                inline,
                files,
                scaling,
                jobs,
                webhooks,
                uses);
    }

    /** Returns these settings with other {@code file:} places. */
    public CoordinatorSettings withFiles(FileAccess other) {
        return new CoordinatorSettings(
                dataFolder,
                databaseUrl,
                keyFile,
                heartbeat,
                lookAhead,
                workersInProcess,
                budget,
                instant,
                inline,
                other,
                scaling,
                jobs,
                webhooks,
                uses);
    }

    /** Returns these settings with a PostgreSQL database. */
    public CoordinatorSettings withDatabase(String url) {
        return new CoordinatorSettings(
                dataFolder,
                Optional.of(url),
                keyFile,
                heartbeat,
                lookAhead,
                workersInProcess,
                budget,
                instant,
                inline,
                files,
                scaling,
                jobs,
                webhooks,
                uses);
    }

    /** Returns these settings with another look-ahead. */
    public CoordinatorSettings withLookAhead(int other) {
        return new CoordinatorSettings(
                dataFolder,
                databaseUrl,
                keyFile,
                heartbeat,
                other,
                workersInProcess,
                budget,
                instant,
                inline,
                files,
                scaling,
                jobs,
                webhooks,
                uses);
    }

    /** Returns these settings for workers that all live in this process. */
    public CoordinatorSettings withWorkersInProcess() {
        return new CoordinatorSettings(
                dataFolder,
                databaseUrl,
                keyFile,
                heartbeat,
                lookAhead,
                true,
                budget,
                instant,
                inline,
                files,
                scaling,
                jobs,
                webhooks,
                uses);
    }

    /** Returns these settings with other limits for transformations whose caller waits. */
    public CoordinatorSettings withInstant(InstantLimits other) {
        return new CoordinatorSettings(
                dataFolder,
                databaseUrl,
                keyFile,
                heartbeat,
                lookAhead,
                workersInProcess,
                budget,
                other,
                inline,
                files,
                scaling,
                jobs,
                webhooks,
                uses);
    }

    /** Returns these settings with other defaults for what requests leave open. */
    public CoordinatorSettings withScaling(ScalingDefaults other) {
        return new CoordinatorSettings(
                dataFolder,
                databaseUrl,
                keyFile,
                heartbeat,
                lookAhead,
                workersInProcess,
                budget,
                instant,
                inline,
                files,
                other,
                jobs,
                webhooks,
                uses);
    }

    /** Returns these settings with other limits of jobs. */
    public CoordinatorSettings withJobs(JobLimits other) {
        return new CoordinatorSettings(
                dataFolder,
                databaseUrl,
                keyFile,
                heartbeat,
                lookAhead,
                workersInProcess,
                budget,
                instant,
                inline,
                files,
                scaling,
                other,
                webhooks,
                uses);
    }

    /** Returns these settings with other places for webhooks. */
    public CoordinatorSettings withWebhooks(WebhookTargets other) {
        return new CoordinatorSettings(
                dataFolder,
                databaseUrl,
                keyFile,
                heartbeat,
                lookAhead,
                workersInProcess,
                budget,
                instant,
                inline,
                files,
                scaling,
                jobs,
                other,
                uses);
    }

    /** Returns these settings with other limits of places and programs. */
    public CoordinatorSettings withUses(UseLimits other) {
        return new CoordinatorSettings(
                dataFolder,
                databaseUrl,
                keyFile,
                heartbeat,
                lookAhead,
                workersInProcess,
                budget,
                instant,
                inline,
                files,
                scaling,
                jobs,
                webhooks,
                other);
    }

    /** Returns how long a lease lasts without a heartbeat. */
    public Duration lease() {
        return heartbeat.multipliedBy(LEASE_HEARTBEATS);
    }

    private static void require(boolean holds, String rule, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", found " + found);
        }
    }
}
