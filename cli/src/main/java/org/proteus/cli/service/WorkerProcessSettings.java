package org.proteus.cli.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.proteus.cli.ProductVersion;
import org.proteus.cli.config.SettingsFile;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.TimeSpan;
import org.proteus.programs.step.UntrustedPrograms;
import org.proteus.worker.WorkerSettings;
import org.proteus.worker.remote.CoordinatorAddress;

/**
 * How a worker process runs.
 *
 * @param coordinators whom it works for: coordinators on the same database
 * @param tokenFile file with the coordinators' token, or this worker's own
 * @param joinFile file with the one-time token against which this worker's own is accepted
 * @param programs folder with the site's own program documents
 * @param untrusted what is done with programs that users have published
 * @param worker the worker itself
 */
public record WorkerProcessSettings(
        List<CoordinatorAddress> coordinators,
        Path tokenFile,
        Optional<Path> joinFile,
        Optional<Path> programs,
        UntrustedPrograms untrusted,
        WorkerSettings worker) {

    public WorkerProcessSettings {
        coordinators = List.copyOf(coordinators);
    }

    /**
     * Reads the settings of the component {@code worker}.
     *
     * @param id id of the worker; one is made up when it is absent
     * @param insecure whether the token may travel over plain HTTP to another machine
     * @throws ProteusException with {@code BAD_REQUEST} for a value that is missing or out of range
     */
    public static WorkerProcessSettings of(
            SettingsFile file, Optional<String> id, boolean insecure) {
        String host = host();
        String name = id.orElseGet(() -> host.replaceAll("[^A-Za-z0-9]", "-") + "-" + random());
        Path work =
                file.path("work")
                        .orElse(Path.of(System.getProperty("java.io.tmpdir"), "proteus-" + name));
        return new WorkerProcessSettings(
                CoordinatorAddress.all(file.text("coordinator"), insecure),
                file.path("token-file").orElseThrow(WorkerProcessSettings::noToken),
                file.path("join-file"),
                file.path("programs"),
                file.value("untrusted", "shipped, run or refuse", UntrustedPrograms::parse),
                new WorkerSettings(
                        name,
                        file.text("pool"),
                        host,
                        file.positiveOr("slots", Runtime.getRuntime().availableProcessors()),
                        work,
                        file.value("drain-time", "a time", TimeSpan::parse).duration(),
                        List.copyOf(file.entries("roots").keySet()),
                        ProductVersion.text()));
    }

    /** Returns these settings with further file roots that are mounted here. */
    public WorkerProcessSettings withRoots(Collection<String> more) {
        List<String> roots = new ArrayList<>(worker.roots());
        roots.addAll(more);
        return new WorkerProcessSettings(
                coordinators,
                tokenFile,
                joinFile,
                programs,
                untrusted,
                new WorkerSettings(
                        worker.id(),
                        worker.pool(),
                        worker.host(),
                        worker.slots(),
                        worker.workFolder(),
                        worker.drainTime(),
                        roots,
                        worker.version()));
    }

    private static ProteusException noToken() {
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "a worker needs the coordinator's token",
                "give --token-file; the coordinator keeps it in its data folder as worker.token");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
