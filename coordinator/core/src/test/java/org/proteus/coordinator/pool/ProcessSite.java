package org.proteus.coordinator.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.coordinator.pool.contract.WorkerSite;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.WorkerView;

/** Processes that end when they are told to, but not before the task in their file is gone. */
final class ProcessSite implements WorkerSite {

    private static final String SCRIPT =
            """
            finish() { touch "$1.draining"; while [ -e "$1.task" ]; do sleep 0.05; done; exit 0; }
            trap 'touch "$1.signalled"; finish "$1"' TERM
            touch "$1.ready"
            while [ ! -e "$1.ordered" ]; do sleep 0.05; done
            finish "$1"
            """;

    private final Path folder = Files.createTempDirectory("processes");
    private final Map<String, Process> launched = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean refusing;

    ProcessSite() throws IOException {}

    @Override
    public WorkerPool open(int capacity) {
        return new LocalProcessPool(this::launch, capacity, this::views, new Orders());
    }

    private WorkerProcess launch(String pool) {
        if (refusing) {
            refused.incrementAndGet();
            throw new ProteusException(
                    Problem.of(ErrorCode.UNAVAILABLE, "this place takes nobody"));
        }
        String id = "w" + number.incrementAndGet();
        try {
            Process process =
                    new ProcessBuilder("sh", "-c", SCRIPT, "worker", file(id, "")).start();
            launched.put(id, process);
            awaitReady(id);
            return new WorkerProcess(id, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stand-ins look for a file with the order. */
    private final class Orders implements WorkerOrders {

        @Override
        public void drain(String worker) {
            try {
                Files.writeString(Path.of(file(worker, ".ordered")), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void suspend(String worker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void resume(String worker) {
            throw new UnsupportedOperationException();
        }
    }

    /** Before it has set its trap it would end at once. */
    private void awaitReady(String id) {
        while (!Files.exists(Path.of(file(id, ".ready")))) {
            Thread.onSpinWait();
        }
    }

    private String file(String id, String ending) {
        return folder.resolve(id) + ending;
    }

    private List<WorkerView> views() {
        return alive().stream().map(this::view).toList();
    }

    private WorkerView view(String id) {
        boolean busy = Files.exists(Path.of(file(id, ".task")));
        List<String> tasks = busy ? List.of("job/1/1") : List.of();
        return new WorkerView(id, "local", "here", 1, toldToDrain(id), false, Instant.EPOCH, tasks);
    }

    @Override
    public Set<String> alive() {
        return launched.entrySet().stream()
                .filter(entry -> entry.getValue().isAlive())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void busy(String worker) {
        try {
            Files.createFile(Path.of(file(worker, ".task")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish(String worker) {
        try {
            Files.delete(Path.of(file(worker, ".task")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean toldToDrain(String worker) {
        return Files.exists(Path.of(file(worker, ".draining")));
    }

    boolean signalled(String worker) {
        return Files.exists(Path.of(file(worker, ".signalled")));
    }

    @Override
    public void kill(String worker) {
        launched.get(worker).destroyForcibly();
    }

    @Override
    public void refuse(boolean becauseOfQuota) {
        refusing = true;
    }

    @Override
    public void accept() {
        refusing = false;
    }

    @Override
    public int refused() {
        return refused.get();
    }

    @Override
    public void close() throws IOException {
        launched.values().forEach(Process::destroyForcibly);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
