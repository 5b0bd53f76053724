package org.proteus.cli.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.proteus.cli.config.SettingsFile;
import org.proteus.coordinator.pool.ConfiguredPool;
import org.proteus.coordinator.pool.LocalProcessPool;
import org.proteus.coordinator.pool.PoolTypes;
import org.proteus.foundation.model.job.Money;

/** Reads which pools a service has: that of this machine, and those of {@code pools}. */
final class ConfiguredPools {

    private ConfiguredPools() {}

    /**
     * Returns the pools in the order in which they are filled: first those that are there anyway,
     * then this machine, then the others by name.
     *
     * @throws IllegalArgumentException that names every setting which is wrong
     */
    static List<ConfiguredPool> of(SettingsFile file) {
        PoolTypes types = PoolTypes.load();
        List<ConfiguredPool> pools = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        collect(problems, () -> pools.add(local(types, file)));
        pools.removeIf(local -> local.max() == 0);
        file.groups("pools")
                .forEach((name, keys) ->
                        collect(problems, () -> pools.add(further(types, name, keys))));
        currencies(pools).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        pools.sort(Comparator.comparing(ConfiguredPool::grows));
        return pools;
    }

    private static Optional<String> currencies(List<ConfiguredPool> pools) {
        Set<String> named =
                pools.stream()
                        .flatMap(pool -> pool.cost().stream())
                        .map(Money::currency)
                        .collect(Collectors.toCollection(TreeSet::new));
        return named.size() > 1
                ? Optional.of(
                        "the costs of pools are in several currencies: '%s'; name one"
                                .formatted(String.join("', '", named)))
                : Optional.empty();
    }

    private static void collect(List<String> problems, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException wrong) {
            problems.add(wrong.getMessage());
        }
    }

    private static ConfiguredPool local(PoolTypes types, SettingsFile file) {
        Map<String, String> keys =
                Map.of(
                        "type", LocalProcessPool.NAME,
                        "cost", file.text("workers.cost"),
                        "max", file.text("workers.max"),
                        "memory", file.text("workers.memory"));
        return types.configure("workers", LocalProcessPool.NAME, keys);
    }

    private static ConfiguredPool further(PoolTypes types, String name, Map<String, String> keys) {
        if (name.equals(LocalProcessPool.NAME)) {
            throw new IllegalArgumentException(
                    "pools." + name + ": the processes of this machine are set by workers.max");
        }
        return types.configure("pools." + name, name, keys);
    }
}
