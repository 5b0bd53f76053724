package org.proteus.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.worker.Worker;
import org.proteus.worker.WorkerParts;
import org.proteus.worker.WorkerSettings;

/** Workers in this very process, one step at a time each. */
final class InProcessPool implements WorkerPool {

    private static final String NAME = "in-process";
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final List<String> EVERY_ROOT = List.of("*");

    private final WorkerParts parts;
    private final Path folder;
    private final int capacity;

    /** Other processes on the same database have workers in them too. */
    private final String process =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private final List<Worker> workers = new ArrayList<>();
    private int started;

    InProcessPool(WorkerParts parts, Path folder, int capacity) {
        this.parts = parts;
        this.folder = folder;
        this.capacity = capacity;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized int size() {
        return workers.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public synchronized void resize(int wanted) {
        int count = Math.clamp(wanted, 0, capacity);
        while (workers.size() < count) {
            workers.add(start(++started));
        }
        while (workers.size() > count) {
            workers.removeLast().drain();
        }
    }

    private Worker start(int number) {
        WorkerSettings settings =
                new WorkerSettings(
                        NAME + "-" + process + "-" + number,
                        NAME,
                        "localhost",
                        1,
                        folder.resolve(NAME + "-" + number),
                        DRAIN,
                        EVERY_ROOT,
                        "");
        return Worker.start(settings, parts);
    }

    @Override
    public synchronized void close() {
        workers.forEach(Worker::drain);
        workers.forEach(Worker::close);
        workers.clear();
    }
}
