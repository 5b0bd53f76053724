package org.proteus.coordinator.pool.machine;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.proteus.foundation.model.job.WorkerView;

/**
 * The workers of a pool's nodes: which are there now, and how long the others have been away. Not
 * thread-safe.
 */
final class Crew {

    private final Duration lostTime;
    private final Set<String> met = new HashSet<>();
    private final Map<String, Long> awaySince = new HashMap<>();
    private Map<String, WorkerView> live = Map.of();

    Crew(Duration lostTime) {
        this.lostTime = lostTime;
    }

    void look(Collection<WorkerView> workers) {
        live = workers.stream().collect(Collectors.toMap(WorkerView::id, Function.identity()));
        met.addAll(live.keySet());
        awaySince.keySet().removeAll(live.keySet());
    }

    boolean isThere(String node) {
        return live.containsKey(node);
    }

    boolean isIdle(String node) {
        return view(node).filter(worker -> worker.tasks().isEmpty()).isPresent();
    }

    boolean drains(String node) {
        return view(node).filter(WorkerView::draining).isPresent();
    }

    private Optional<WorkerView> view(String node) {
        return Optional.ofNullable(live.get(node));
    }

    /**
     * Whether a worker has been away for so long that it does not come back. After a restart of the
     * coordinator workers need some time to find it again.
     */
    boolean isLost(String node) {
        if (isThere(node)) {
            return false;
        }
        long since = awaySince.computeIfAbsent(node, unknown -> System.nanoTime());
        return System.nanoTime() - since >= lostTime.toNanos();
    }

    /** Whether a worker that was to end has: it was there and said farewell, or is lost. */
    boolean hasEnded(String node) {
        return !isThere(node) && (met.contains(node) || isLost(node));
    }

    void forget(String node) {
        met.remove(node);
        awaySince.remove(node);
    }
}
