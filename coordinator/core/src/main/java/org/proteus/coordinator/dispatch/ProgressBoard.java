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

    /** Returns whether a worker told that it holds no task. */
    public boolean isIdle(String worker) {
        List<Progress> tasks = byWorker.get(worker);
        return tasks != null && tasks.isEmpty();
    }

    /**
     * Returns how many workers hold tasks of a job and run none of them: they read from its source
     * or write to its sink.
     */
    public int atPlaces(String job) {
        return (int)
                byWorker.values().stream()
                        .map(tasks -> tasks.stream().filter(task -> isOf(task, job)).toList())
                        .filter(tasks -> !tasks.isEmpty())
                        .filter(tasks -> tasks.stream().allMatch(ProgressBoard::isAtPlace))
                        .count();
    }

    private static boolean isAtPlace(Progress task) {
        return task.stage().equals("fetch") || task.stage().equals("store");
    }

    private static boolean isOf(Progress task, String job) {
        return task.key().task().startsWith(job + "/");
    }

    /** Returns the progress of the tasks of a job that are under way. */
    public Stream<Progress> of(String job) {
        return byWorker.values().stream()
                .flatMap(List::stream)
                .filter(progress -> isOf(progress, job));
    }
}
