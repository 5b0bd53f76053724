package org.proteus.cli.service;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.proteus.cli.config.SettingsFile;
import org.proteus.coordinator.FileAccess;
import org.proteus.coordinator.InstantLimits;
import org.proteus.coordinator.JobLimits;
import org.proteus.coordinator.UseLimits;
import org.proteus.coordinator.WebhookTargets;
import org.proteus.coordinator.pool.ConfiguredPool;
import org.proteus.coordinator.scaling.ScalingDefaults;
import org.proteus.foundation.model.DataSize;
import org.proteus.foundation.model.TimeSpan;
import org.proteus.foundation.server.access.AccessToken;
import org.proteus.policies.scaling.ScalingPolicies;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.programs.step.UntrustedPrograms;

/**
 * How a service runs.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param data folder of its data
 * @param database JDBC URL of a PostgreSQL database instead of the embedded one
 * @param keyFile file with the key for stored credentials
 * @param operatorTokenFile file with the token of those who publish programs; made when missing
 * @param untrusted what local workers do with published programs
 * @param programs folder with the site's own program documents
 * @param roots folders that requests may name, by name
 * @param heartbeat time between heartbeats of a worker
 * @param lookAhead tasks that wait at most before a listing pauses
 * @param pools the pools of workers, in the order in which they are filled
 * @param nodes what machines need that pools make for workers
 * @param idleWorkers workers kept while no job runs
 * @param slots tasks that a local worker runs at once
 * @param scaling what requests leave open about their workers
 * @param instant limits of transformations whose caller waits
 * @param jobs how much of jobs there may be, and how long ended ones are kept
 * @param webhooks where jobs may tell that they have ended
 * @param uses how many tasks may use a place or a program at once
 */
public record ServiceSettings(
        String host,
        int port,
        Path data,
        Optional<String> database,
        Optional<Path> keyFile,
        Path operatorTokenFile,
        UntrustedPrograms untrusted,
        Optional<Path> programs,
        Map<String, Path> roots,
        Duration heartbeat,
        int lookAhead,
        List<ConfiguredPool> pools,
        Optional<NodeSettings> nodes,
        int idleWorkers,
        int slots,
        ScalingDefaults scaling,
        InstantLimits instant,
        JobLimits jobs,
        WebhookTargets webhooks,
        UseLimits uses) {

    /**
     * @throws IllegalArgumentException if a value is out of range; the message names it
     */
    public ServiceSettings {
        roots = Map.copyOf(roots);
        pools = List.copyOf(pools);
        FileAccess.roots(roots);
        require(port >= 0 && port <= 65_535, "port must be 0 to 65535", port);
        require(lookAhead >= 1, "look-ahead must be at least 1", lookAhead);
        require(idleWorkers >= 0, "workers.idle must be at least 0", idleWorkers);
        require(slots >= 0, "workers.slots must be at least 0", slots);
    }

    private static void require(boolean fine, String rule, int found) {
        if (!fine) {
            throw new IllegalArgumentException(rule + ", found " + found);
        }
    }

    /**
     * Reads the settings of the component {@code coordinator}.
     *
     * @param data folder to use when the settings name none
     * @throws org.proteus.foundation.model.ProteusException with {@code BAD_REQUEST} for a value
     *     that is of another kind
     * @throws IllegalArgumentException if a value is out of range; the message names it
     */
    public static ServiceSettings of(SettingsFile file, Path data) {
        List<ConfiguredPool> pools = ConfiguredPools.of(file);
        int most = pools.stream().mapToInt(ConfiguredPool::max).sum();
        Path folder = file.path("data").orElse(data);
        return new ServiceSettings(
                file.text("host"),
                file.number("port"),
                folder,
                file.optional("database"),
                file.path("key-file"),
                file.path("operator-token-file")
                        .orElse(folder.resolve(AccessToken.Role.OPERATOR.file())),
                file.value("workers.untrusted", "shipped, run or refuse", UntrustedPrograms::parse),
                file.path("programs"),
                roots(file),
                file.value("heartbeat", "a time", TimeSpan::parse).duration(),
                file.number("look-ahead"),
                pools,
                NodeSettings.of(file),
                file.number("workers.idle"),
                file.number("workers.slots"),
                scaling(file, most > 0 ? most : Runtime.getRuntime().availableProcessors()),
                instant(file),
                jobs(file),
                webhooks(file),
                new UseLimits(limits(file, "limits.places"), limits(file, "limits.programs")));
    }

    private static Map<String, Integer> limits(SettingsFile file, String key) {
        Map<String, Integer> limits = new TreeMap<>();
        file.entries(key).forEach((name, most) -> limits.put(name, limit(key, name, most)));
        return limits;
    }

    private static int limit(String key, String name, String most) {
        if (!most.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "%s: the limit of '%s' must be a whole number".formatted(key, name));
        }
        return Integer.parseInt(most);
    }

    /** Returns the absolute folders of the key {@code roots}. */
    static Map<String, Path> roots(SettingsFile file) {
        Map<String, Path> roots = new TreeMap<>();
        file.entries("roots").forEach((name, path) -> roots.put(name, Path.of(path)));
        return roots;
    }

    private static ScalingDefaults scaling(SettingsFile file, int max) {
        return new ScalingDefaults(
                ScalingPolicies.load(),
                file.optional("scaling.policy")
                        .orElseGet(() -> ScalingDefaults.policyFor(file.number("scaling.workers"))),
                new ScalingSettings(
                        file.positiveOr("scaling.workers", max),
                        file.value("scaling.ratio", "a number", Double::parseDouble),
                        file.number("scaling.min"),
                        file.positiveOr("scaling.max", max),
                        file.number("scaling.step"),
                        file.value("scaling.window", "a time", TimeSpan::parse).duration(),
                        file.value("scaling.cooldown", "a time", TimeSpan::parse).duration()));
    }

    private static InstantLimits instant(SettingsFile file) {
        return new InstantLimits(
                file.number("instant.places"),
                file.value("instant.max-size", "a size", DataSize::parse).bytes(),
                file.value("instant.longest", "a time", TimeSpan::parse).duration());
    }

    private static JobLimits jobs(SettingsFile file) {
        return new JobLimits(
                file.number("jobs.max-active"),
                file.value("jobs.max-inline", "a size", DataSize::parse).bytes(),
                file.value("jobs.keep", "a time", TimeSpan::parse).duration(),
                file.value("jobs.keep-elements", "a whole number", Long::parseLong));
    }

    private static WebhookTargets webhooks(SettingsFile file) {
        return new WebhookTargets(
                file.flag("webhooks.public"),
                file.value("webhooks.allow", "addresses", ServiceSettings::addresses));
    }

    private static List<URI> addresses(String text) {
        return Stream.of(text.split("[\\s,]+"))
                .filter(address -> !address.isEmpty())
                .map(URI::create)
                .toList();
    }

    /** Returns the most workers that all pools together can have. */
    public int maxWorkers() {
        return pools.stream().mapToInt(ConfiguredPool::max).sum();
    }

    /** Returns these settings with further folders that requests may name. */
    public ServiceSettings withRoots(Map<String, Path> more) {
        Map<String, Path> all = new TreeMap<>(roots);
        all.putAll(more);
        return new ServiceSettings(
                host,
                port,
                data,
                database,
                keyFile,
                operatorTokenFile,
                untrusted,
                programs,
                all,
                heartbeat,
                lookAhead,
                pools,
                nodes,
                idleWorkers,
                slots,
                scaling,
                instant,
                jobs,
                webhooks,
                uses);
    }
}
