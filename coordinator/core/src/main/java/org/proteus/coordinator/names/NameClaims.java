package org.proteus.coordinator.names;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds a free name for each object of a listing, in listing order. Not thread-safe. */
public final class NameClaims {

    /** Names with many namesakes are few; the memory of the others' is dropped first. */
    private static final int REMEMBERED = 10_000;

    private final ResultNames names;
    private final Map<String, Integer> nextChoice =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** Creates the claims of one listing. */
    public NameClaims(ResultNames names) {
        this.names = names;
    }

    /**
     * A claimed name.
     *
     * @param name the name in the sink
     * @param key key under which it is unique in the job
     */
    public record Claim(String name, String key) {}

    /**
     * Chooses the first free name for each object.
     *
     * @param objectNames the objects' own names, in listing order
     * @param claimedInStore tells which of some keys are claimed already
     */
    public java.util.List<Claim> claim(
            java.util.List<String> objectNames,
            Function<Collection<String>, Set<String>> claimedInStore) {
        Set<String> taken =
                new HashSet<>(
                        claimedInStore.apply(
                                objectNames.stream()
                                        .map(name -> candidate(name, 0).key())
                                        .toList()));
        return objectNames.stream().map(name -> next(name, taken, claimedInStore)).toList();
    }

    private Claim next(
            String objectName,
            Set<String> taken,
            Function<Collection<String>, Set<String>> claimedInStore) {
        Claim first = candidate(objectName, 0);
        if (taken.add(first.key())) {
            return first;
        }
        // Only the first choices were asked for together; namesakes are asked for one by one.
        String second = candidate(objectName, 1).key();
        for (int choice = nextChoice.getOrDefault(second, 1); ; choice++) {
            Claim claim = candidate(objectName, choice);
            if (!taken.contains(claim.key())
                    && claimedInStore.apply(Set.of(claim.key())).isEmpty()) {
                taken.add(claim.key());
                nextChoice.put(second, choice + 1);
                return claim;
            }
        }
    }

    private Claim candidate(String objectName, int choice) {
        String name = names.name(objectName, choice);
        return new Claim(name, names.key(name));
    }
}
