package org.proteus.cli.service;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.proteus.cli.Main;
import org.proteus.coordinator.pool.WorkerLauncher;
import org.proteus.coordinator.pool.WorkerProcess;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.server.access.AccessToken;

/**
 * Starts workers of the local pool: the same program as this process, with the command {@code
 * worker}. A worker ends when this process does, however that happens: it notices that nobody holds
 * the other end of its standard input.
 */
final class WorkerCommandLine implements WorkerLauncher {

    /** Settings of the coordinator, its database's password perhaps, are no worker's business. */
    private static final String COORDINATORS = "PROTEUS_COORDINATOR_";

    private final List<String> start;
    private final Path folder;

    private WorkerCommandLine(List<String> start, Path folder) {
        this.start = start;
        this.folder = folder;
    }

    static WorkerCommandLine of(URI coordinator, ServiceSettings settings) {
        List<String> start = new ArrayList<>(java());
        start.addAll(List.of("worker", "--supervised", "--coordinator", coordinator.toString()));
        Path token = settings.data().resolve(AccessToken.Role.WORKER.file());
        start.addAll(List.of("--token-file", token.toString()));
        start.addAll(List.of("--slots", Integer.toString(settings.slots())));
        start.addAll(List.of("--untrusted", settings.untrusted().text()));
        settings.programs()
                .ifPresent(programs -> start.addAll(List.of("--programs", programs.toString())));
        for (Map.Entry<String, Path> root : settings.roots().entrySet()) {
            start.addAll(List.of("--root", root.getKey() + "=" + root.getValue()));
        }
        return new WorkerCommandLine(List.copyOf(start), settings.data().resolve("workers"));
    }

    private static List<String> java() {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return java;
    }

    @Override
    public WorkerProcess launch(String pool) {
        String id = pool + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of("--pool", pool, "--id", id));
        command.addAll(List.of("--work", folder.resolve(id).toString()));
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve("workers.log").toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith(COORDINATORS));
            return new WorkerProcess(id, builder.start());
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(ErrorCode.UNAVAILABLE, "a worker process cannot be started", ""),
                    e);
        }
    }
}
