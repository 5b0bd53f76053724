package org.proteus.coordinator.dispatch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.proteus.foundation.model.protocol.Progress;

/** The newest progress that each worker sent to this coordinator. Thread-safe. */
public final class ProgressBoard {

    private final Map<String, List<Progress>> byWorker = new ConcurrentHashMap<>();

    void put(String worker, List<Progress> tasks) {
        byWorker.put(worker, tasks);
    }

    void remove(String worker) {
        byWorker.remove(worker);
    }

    void retain(java.util.Collection<String> workers) {
        byWorker.keySet().retainAll(workers);
    }

    /** Returns the progress of the tasks of a job that are under way. */
    public Stream<Progress> of(String job) {
        return byWorker.values().stream()
                .flatMap(List::stream)
                .filter(progress -> progress.key().task().startsWith(job + "/"));
    }
}
