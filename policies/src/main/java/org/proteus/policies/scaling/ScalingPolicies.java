package org.proteus.policies.scaling;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The policies at hand, by id. Immutable. */
public final class ScalingPolicies {

    private final Map<String, ScalingPolicy> byId;

    private ScalingPolicies(Map<String, ScalingPolicy> byId) {
        this.byId = byId;
    }

    /**
     * Returns the policies that the service loader finds.
     *
     * @throws IllegalStateException if two policies have the same id
     */
    public static ScalingPolicies load() {
        Map<String, ScalingPolicy> found = new TreeMap<>();
        for (ScalingPolicy policy : ServiceLoader.load(ScalingPolicy.class)) {
            ScalingPolicy other = found.put(policy.id(), policy);
            if (other != null) {
                throw new IllegalStateException(
                        "two scaling policies are called '%s': %s and %s"
                                .formatted(policy.id(), other.getClass(), policy.getClass()));
            }
        }
        return new ScalingPolicies(found);
    }

    /** Returns the policy of that id. */
    public Optional<ScalingPolicy> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns every id, sorted. */
    public SortedSet<String> ids() {
        return new TreeSet<>(byId.keySet());
    }
}
