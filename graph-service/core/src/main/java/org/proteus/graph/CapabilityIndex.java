package org.proteus.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.proteus.foundation.model.ContentType;

/**
 * Capabilities by what they take and give. Immutable; a change copies the lists that it touches and
 * shares the others.
 */
final class CapabilityIndex {

    static final CapabilityIndex EMPTY =
            new CapabilityIndex(Map.of(), Map.of(), Map.of(), Map.of(), new TreeMap<>());

    private final Map<ContentType, List<Capability>> taking;
    private final Map<ContentType, List<Capability>> giving;
    private final Map<ContentType, List<ContentType>> below;
    private final Map<String, Integer> telling;
    private final SortedMap<Long, Integer> inputLimits;

    private CapabilityIndex(
            Map<ContentType, List<Capability>> taking,
            Map<ContentType, List<Capability>> giving,
            Map<ContentType, List<ContentType>> below,
            Map<String, Integer> telling,
            SortedMap<Long, Integer> inputLimits) {
        this.taking = taking;
        this.giving = giving;
        this.below = below;
        this.telling = telling;
        this.inputLimits = inputLimits;
    }

    /**
     * Returns the index without some capabilities and with others.
     *
     * @param kinds tells what a type is a kind of
     */
    CapabilityIndex changed(
            List<Capability> gone,
            List<Capability> come,
            Function<ContentType, List<ContentType>> kinds) {
        Map<String, Integer> tellingNow = new HashMap<>(telling);
        SortedMap<Long, Integer> limitsNow = new TreeMap<>(inputLimits);
        gone.forEach(capability -> {
            tellingNames(capability).forEach(name -> count(tellingNow, name, -1));
            limit(capability).forEach(bytes -> count(limitsNow, bytes, -1));
        });
        come.forEach(capability -> {
            tellingNames(capability).forEach(name -> count(tellingNow, name, 1));
            limit(capability).forEach(bytes -> count(limitsNow, bytes, 1));
        });
        Map<ContentType, List<Capability>> givingNow =
                changed(giving, gone, come, Capability::target);
        return new CapabilityIndex(
                changed(taking, gone, come, capability -> capability.source().mediaType()),
                givingNow,
                below(givingNow, gone, come, kinds),
                tellingNow,
                limitsNow);
    }

    /** Returns the capabilities whose source is exactly this type or range. */
    List<Capability> taking(ContentType pattern) {
        return taking.getOrDefault(pattern, List.of());
    }

    /** Returns the capabilities that give a type. */
    List<Capability> giving(ContentType type) {
        return giving.getOrDefault(type, List.of());
    }

    /** Returns every type that some capability gives. */
    Set<ContentType> given() {
        return Collections.unmodifiableSet(giving.keySet());
    }

    /** Returns the given types that a range covers, or that are kinds of a type. */
    List<ContentType> givenBelow(ContentType pattern) {
        return below.getOrDefault(pattern, List.of());
    }

    /** Whether some capability takes or gives the type, named as it is. */
    boolean isKnown(ContentType type) {
        return giving.containsKey(type) || taking.containsKey(type);
    }

    /** Returns everything, ranges too, that some capability takes. */
    Set<ContentType> taken() {
        return Collections.unmodifiableSet(taking.keySet());
    }

    /** Returns every media type that is taken or given by name. */
    Set<ContentType> types() {
        Set<ContentType> types = new HashSet<>(giving.keySet());
        taking.keySet().stream().filter(type -> !type.isRange()).forEach(types::add);
        return types;
    }

    /** Returns the names of source parameters on which the choice of a unit can depend. */
    Set<String> telling() {
        return telling.keySet();
    }

    /** Returns the input limits that documents declare, in bytes. */
    SortedMap<Long, Integer> inputLimits() {
        return inputLimits;
    }

    private static Map<ContentType, List<Capability>> changed(
            Map<ContentType, List<Capability>> before,
            List<Capability> gone,
            List<Capability> come,
            Function<Capability, ContentType> key) {
        Map<ContentType, List<Capability>> fresh = new HashMap<>();
        Function<ContentType, List<Capability>> copy =
                type -> new ArrayList<>(before.getOrDefault(type, List.of()));
        gone.forEach(one -> fresh.computeIfAbsent(key.apply(one), copy));
        Set<Capability> leaving = new HashSet<>(gone);
        fresh.values().forEach(list -> list.removeIf(leaving::contains));
        come.forEach(one -> fresh.computeIfAbsent(key.apply(one), copy).add(one));
        Map<ContentType, List<Capability>> now = new HashMap<>(before);
        now.putAll(fresh);
        fresh.forEach((type, list) -> {
            if (list.isEmpty()) {
                now.remove(type);
            }
        });
        return now;
    }

    /**
     * Files the types that came to be given under their ranges and kinds, and takes the others out.
     */
    private Map<ContentType, List<ContentType>> below(
            Map<ContentType, List<Capability>> givingNow,
            List<Capability> gone,
            List<Capability> come,
            Function<ContentType, List<ContentType>> kinds) {
        Map<ContentType, List<ContentType>> now = new HashMap<>(below);
        Set<ContentType> touched = new HashSet<>();
        Stream.concat(gone.stream(), come.stream()).map(Capability::target).forEach(touched::add);
        Set<ContentType> copied = new HashSet<>();
        for (ContentType type : touched) {
            if (giving.containsKey(type) != givingNow.containsKey(type)) {
                for (ContentType above : above(type, kinds)) {
                    if (copied.add(above)) {
                        now.put(above, new ArrayList<>(givenBelow(above)));
                    }
                    List<ContentType> types = now.get(above);
                    if (givingNow.containsKey(type)) {
                        types.add(type);
                    } else {
                        types.remove(type);
                    }
                }
            }
        }
        return now;
    }

    private static List<ContentType> above(
            ContentType type, Function<ContentType, List<ContentType>> kinds) {
        List<ContentType> above = new ArrayList<>(kinds.apply(type));
        above.add(ContentType.of(type.type(), ContentType.ANY));
        return above;
    }

    private static <K> void count(Map<K, Integer> counts, K key, int by) {
        counts.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
    }

    private static Stream<String> tellingNames(Capability capability) {
        return capability.source().parameters().stream()
                .filter(declared -> !declared.optional() && !declared.isAny())
                .map(declared -> Link.fold(declared.name()));
    }

    private static Stream<Long> limit(Capability capability) {
        return Stream.of(capability.maxInputBytes()).filter(bytes -> bytes > 0);
    }
}
