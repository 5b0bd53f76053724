package org.proteus.coordinator.dispatch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
     * Returns how many of the workers that hold tasks of a job are in which stage. One with several
     * tasks runs as long as any of them does.
     */
    public Map<Stage, Integer> stages(String job) {
        Map<Stage, Integer> workers = new EnumMap<>(Stage.class);
        for (List<Progress> tasks : byWorker.values()) {
            Set<Stage> stages =
                    tasks.stream()
                            .filter(task -> isOf(task, job))
                            .map(Stage::of)
                            .collect(Collectors.toSet());
            Stream.of(Stage.RUN, Stage.FETCH, Stage.STORE)
                    .filter(stages::contains)
                    .findFirst()
                    .ifPresent(stage -> workers.merge(stage, 1, Integer::sum));
        }
        return workers;
    }

    /** Returns how many workers hold tasks of a job; of one that holds others too, a part. */
    public double working(String job) {
        return byWorker.values().stream()
                .filter(tasks -> !tasks.isEmpty())
                .mapToDouble(tasks ->
                        (double) tasks.stream().filter(task -> isOf(task, job)).count()
                                / tasks.size())
                .sum();
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
