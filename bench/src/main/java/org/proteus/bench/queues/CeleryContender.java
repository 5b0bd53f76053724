package org.proteus.bench.queues;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Celery with RabbitMQ: durable queue, persistent messages, acknowledged when the task has run. It
 * does not wait for the broker to confirm a message, as it does not unless told.
 */
final class CeleryContender implements Contender {

    private static final long LONGEST_STOP_SECONDS = 30;

    private final RabbitMq broker;
    private final Path scripts;
    private final Path folder;
    private final int prefetch;
    private final boolean resultsKept;

    /**
     * @param scripts folder of {@code noop.py}
     * @param folder for its files
     * @param prefetch messages that each slot takes ahead
     * @param resultsKept whether results go to the database; else they are dropped
     */
    CeleryContender(RabbitMq broker, Path scripts, Path folder, int prefetch, boolean resultsKept) {
        this.broker = broker;
        this.scripts = scripts;
        this.folder = folder;
        this.prefetch = prefetch;
        this.resultsKept = resultsKept;
    }

    @Override
    public String name() {
        return "celery " + (resultsKept ? "with" : "without") + " results, prefetch " + prefetch;
    }

    /** Whether results go to the database. */
    boolean resultsKept() {
        return resultsKept;
    }

    @Override
    public double run(String database, int slots, int warmUp, int elements) throws Exception {
        Path work = Files.createDirectories(folder.resolve(UUID.randomUUID().toString()));
        Map<String, String> environment = environment(database, work);
        Process worker =
                start(
                        environment,
                        work.resolve("worker.log"),
                        List.of(
                                "-m",
                                "celery",
                                "-A",
                                "noop",
                                "worker",
                                "--concurrency=" + slots,
                                "--without-gossip",
                                "--without-mingle",
                                "--loglevel=WARNING"));
        try {
            Path answer = work.resolve("seconds");
            Process submitter =
                    start(
                            environment,
                            answer,
                            List.of("noop.py", Integer.toString(warmUp), "" + elements));
            int exit = submitter.waitFor();
            String text = Files.readString(answer).strip();
            if (exit != 0) {
                throw new IllegalStateException(
                        text + "\n" + Files.readString(work.resolve("worker.log")));
            }
            return Double.parseDouble(text);
        } finally {
            end(worker);
        }
    }

    private Map<String, String> environment(String database, Path work) {
        Map<String, String> environment =
                new HashMap<>(
                        Map.of(
                                "BROKER", broker.address(),
                                "QUEUE", work.getFileName().toString(),
                                "RAN", work.resolve("ran").toString(),
                                "PREFETCH", Integer.toString(prefetch),
                                // It warns of running as root, once a process.
                                "C_FORCE_ROOT", "true"));
        if (resultsKept) {
            URI place = URI.create(database.substring("jdbc:".length()));
            environment.put(
                    "BACKEND",
                    "db+postgresql://postgres@localhost:" + place.getPort() + place.getPath());
        }
        return environment;
    }

    private Process start(Map<String, String> environment, Path output, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(CeleryPackages.PYTHON));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(scripts.toFile());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** The first signal lets its processes finish, so that none is left. */
    private static void end(Process worker) throws InterruptedException {
        worker.destroy();
        if (!worker.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
    }
}
