package org.proteus.coordinator.pool;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.proteus.foundation.model.job.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kinds of pools at hand, by id. Immutable. */
public final class PoolTypes {

    private static final Logger LOG = LoggerFactory.getLogger(PoolTypes.class);
    private static final String TYPE = "type";
    private static final String COST = "cost";

    private final Map<String, PoolType> byId;

    private PoolTypes(Map<String, PoolType> byId) {
        this.byId = byId;
    }

    /**
     * Returns the kinds that the service loader finds.
     *
     * @throws IllegalStateException if two have the same id
     */
    public static PoolTypes load() {
        return of(ServiceLoader.load(PoolType.class));
    }

    static PoolTypes of(Iterable<PoolType> types) {
        Map<String, PoolType> found = new TreeMap<>();
        for (PoolType type : types) {
            PoolType other = found.put(type.id(), type);
            if (other != null) {
                throw new IllegalStateException(
                        "two kinds of pools are called '%s': %s and %s"
                                .formatted(type.id(), other.getClass(), type.getClass()));
            }
            LOG.debug("pools of type {} are made by {}", type.id(), type.getClass().getName());
        }
        return new PoolTypes(found);
    }

    /**
     * Checks the settings of a pool.
     *
     * @param path where they stand in the settings, for messages
     * @param name the pool's name
     * @param given its keys and values; {@code type} says which kind it is, {@code cost} what an
     *     hour of a worker costs
     * @throws IllegalArgumentException that names everything that is wrong with them
     */
    public ConfiguredPool configure(String path, String name, Map<String, String> given) {
        PoolKeys keys = new PoolKeys(path, name, given);
        String id = keys.required(TYPE);
        Optional<PoolType> type = Optional.ofNullable(byId.get(id));
        if (type.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: there is no type '%s'; choose one of %s"
                            .formatted(path, id, String.join(", ", byId.keySet())));
        }
        Optional<Money> price = keys.money(COST);
        ConfiguredPool pool = type.get().configure(keys);
        keys.check();
        return price.<ConfiguredPool>map(each -> new PricedPool.Settings(pool, each)).orElse(pool);
    }
}
