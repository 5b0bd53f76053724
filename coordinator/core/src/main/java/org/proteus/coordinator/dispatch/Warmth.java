package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.proteus.foundation.model.ContentType;

/**
 * Which types of a job's objects workers had last, so that the programs for them are still warm
 * there. Known to this coordinator alone; another one learns its own. Thread-safe.
 */
final class Warmth {

    /** As long as a worker keeps a program that nobody needs. */
    private static final long STAYS_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<String, Map<ContentType, Map<String, Long>>> jobs = new ConcurrentHashMap<>();

    /** A worker runs the steps for an object of this type. */
    void runs(String job, ContentType type, String worker) {
        jobs.computeIfAbsent(job, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(type, _ -> new ConcurrentHashMap<>())
                .put(worker, System.nanoTime());
    }

    /**
     * Returns the types that suit a worker; none when all types of the job do.
     *
     * @param most types of which a worker keeps the programs; what it had before is cold again
     */
    Set<ContentType> types(String job, String worker, int most) {
        Map<ContentType, Map<String, Long>> types = jobs.getOrDefault(job, Map.of());
        if (types.size() <= most) {
            return Set.of();
        }
        long now = System.nanoTime();
        record Had(ContentType type, long age) {}
        return types.entrySet().stream()
                .filter(type -> type.getValue().containsKey(worker))
                .map(type -> new Had(type.getKey(), now - type.getValue().get(worker)))
                .filter(had -> had.age() < STAYS_NANOS)
                .sorted(Comparator.comparingLong(Had::age))
                .limit(most)
                .map(Had::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Forgets all other jobs. */
    void retain(Set<String> active) {
        jobs.keySet().retainAll(active);
    }
}
