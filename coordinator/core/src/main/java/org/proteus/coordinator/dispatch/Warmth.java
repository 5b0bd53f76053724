package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.proteus.foundation.model.ContentType;

/**
 * Which types of a job's objects workers have had just now, so that the programs for them are still
 * warm there. Known to this coordinator alone; another one learns its own. Thread-safe.
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

    /** Returns the types that suit a worker; none when it is all the same. */
    Set<ContentType> types(String job, String worker) {
        Map<ContentType, Map<String, Long>> types = jobs.getOrDefault(job, Map.of());
        if (types.size() < 2) {
            return Set.of();
        }
        long now = System.nanoTime();
        return types.entrySet().stream()
                .filter(type -> isWarm(type.getValue().get(worker), now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isWarm(Long since, long now) {
        return since != null && now - since < STAYS_NANOS;
    }

    /** Forgets all other jobs. */
    void retain(Set<String> active) {
        jobs.keySet().retainAll(active);
    }
}
